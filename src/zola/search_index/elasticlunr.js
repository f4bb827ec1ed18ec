/* Searches an index made for elasticlunr. Written for congkhai; answers the calls that themes for Zola make:
   elasticlunr.Index.load(index).search(words, options), elasticlunr.stemmer(word), elasticlunr.tokenizer(text). */
(function (root) {
  "use strict";
  var stops = ("a able about across after all almost also am among an and any are as at be because been but by can cannot " +
    "could dear did do does either else ever every for from get got had has have he her hers him his how however i if in " +
    "into is it its just least let like likely may me might most must my neither no nor not of off often on only or other " +
    "our own rather said say says she should since so some than that the their them then there these they this tis to too " +
    "twas us wants was we were what when where which while who whom why will with would yet you your").split(" ");

  function tokenizer(text) {
    return String(text == null ? "" : text).trim().toLowerCase().split(/[\s-]+/).filter(Boolean);
  }

  /* How many times a vowel is followed by a consonant. */
  function measure(word) {
    var shape = word.replace(/[^aeiouy]+/g, "C").replace(/[aeiouy]+/g, "V");
    if (word[0] === "y") { shape = measureOfY(word); }
    return (shape.match(/VC/g) || []).length;
  }
  function measureOfY(word) {
    return "C" + word.slice(1).replace(/[^aeiouy]+/g, "C").replace(/[aeiouy]+/g, "V");
  }
  function hasVowel(word) { return /[aeiou]|[^aeiou]y/.test(word); }
  function isShort(word) { return /[^aeiou][aeiouy][^aeiouwxy]$/.test(word); }

  var second = { ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", bli: "ble", alli: "al", entli: "ent",
    eli: "e", ousli: "ous", ization: "ize", ation: "ate", ator: "ate", alism: "al", iveness: "ive", fulness: "ful",
    ousness: "ous", aliti: "al", iviti: "ive", biliti: "ble", logi: "log" };
  var third = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" };
  var fourth = ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize"];

  function replaced(word, table) {
    var ending = Object.keys(table).filter(function (key) { return word.endsWith(key); })
      .sort(function (a, b) { return b.length - a.length; })[0];
    if (ending === undefined) { return word; }
    var stem = word.slice(0, -ending.length);
    return measure(stem) > 0 ? stem + table[ending] : word;
  }

  function pastAndPresent(word) {
    if (word.endsWith("eed")) { return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word; }
    var match = /^(.*)(ed|ing)$/.exec(word);
    if (!match || !hasVowel(match[1])) { return word; }
    var stem = match[1];
    if (/(at|bl|iz)$/.test(stem)) { return stem + "e"; }
    if (/([^aeiouylsz])\1$/.test(stem)) { return stem.slice(0, -1); }
    return measure(stem) === 1 && isShort(stem) ? stem + "e" : stem;
  }

  function withoutLast(word) {
    var ion = /^(.*[st])ion$/.exec(word);
    var ending = fourth.filter(function (key) { return word.endsWith(key); })
      .sort(function (a, b) { return b.length - a.length; })[0];
    if (ending !== undefined) {
      var stem = word.slice(0, -ending.length);
      return measure(stem) > 1 ? stem : word;
    }
    return ion && measure(ion[1]) > 1 ? ion[1] : word;
  }

  /* The stem of an English word, by M. F. Porter's rules of 1980. */
  function stemmer(word) {
    if (word.length < 3 || !/^[a-z]+$/.test(word)) { return word; }
    word = word.replace(/sses$/, "ss").replace(/ies$/, "i").replace(/([^s])s$/, "$1");
    word = pastAndPresent(word);
    if (word.endsWith("y") && hasVowel(word.slice(0, -1))) { word = word.slice(0, -1) + "i"; }
    word = withoutLast(replaced(replaced(word, second), third));
    if (word.endsWith("e")) {
      var stem = word.slice(0, -1);
      var size = measure(stem);
      if (size > 1 || (size === 1 && !isShort(stem))) { word = stem; }
    }
    return word.endsWith("ll") && measure(word) > 1 ? word.slice(0, -1) : word;
  }

  var steps = {
    trimmer: function (word) { return word.replace(/^[^0-9a-z_]+|[^0-9a-z_]+$/g, ""); },
    stopWordFilter: function (word) { return stops.indexOf(word) < 0 ? word : ""; },
    stemmer: stemmer
  };

  function Index(dump) {
    this.dump = dump;
    this.documentStore = { docs: dump.documentStore.docs, getDoc: function (ref) { return dump.documentStore.docs[ref]; } };
  }

  Index.load = function (dump) { return new Index(dump); };

  Index.prototype.terms = function (query) {
    var pipeline = this.dump.pipeline || [];
    return tokenizer(query).map(function (word) {
      return pipeline.reduce(function (left, name) { return left && steps[name] ? steps[name](left) : left; }, word);
    }).filter(Boolean);
  };

  /* Every page that a word, or with `expand` a longer word, stands on: { address: weight }. */
  Index.prototype.pages = function (field, term, expand) {
    var found = {};
    var node = (this.dump.index[field] || {}).root;
    for (var i = 0; i < term.length && node; i += 1) { node = node[term[i]]; }
    var total = Object.keys(this.documentStore.docs || {}).length || this.dump.documentStore.length || 1;
    function walk(at, longer) {
      var rare = 1 + Math.log(total / ((at.df || 0) + 1));
      Object.keys(at.docs || {}).forEach(function (ref) {
        var weight = Math.sqrt(at.docs[ref].tf || 1) * rare * (term.length / (term.length + longer));
        found[ref] = Math.max(found[ref] || 0, weight);
      });
      if (!expand) { return; }
      Object.keys(at).forEach(function (key) {
        if (key !== "docs" && key !== "df") { walk(at[key], longer + 1); }
      });
    }
    if (node && term) { walk(node, 0); }
    return found;
  };

  Index.prototype.fieldScores = function (field, terms, options) {
    var scores = {};
    var counts = {};
    var index = this;
    terms.forEach(function (term) {
      var found = index.pages(field, term, options.expand);
      Object.keys(found).forEach(function (ref) {
        scores[ref] = (scores[ref] || 0) + found[ref];
        counts[ref] = (counts[ref] || 0) + 1;
      });
    });
    Object.keys(scores).forEach(function (ref) {
      if (options.bool === "AND" && counts[ref] < terms.length) { delete scores[ref]; }
    });
    return scores;
  };

  Index.prototype.search = function (query, options) {
    options = options || {};
    var text = query && typeof query === "object" ? query.any || "" : query;
    var terms = this.terms(text);
    var scores = {};
    var index = this;
    var fields = options.fields || {};
    var names = Object.keys(fields).length ? Object.keys(fields) : index.dump.fields;
    names.forEach(function (name) {
      var own = fields[name] || {};
      var boost = own.boost === undefined ? 1 : own.boost;
      var wanted = { bool: own.bool || options.bool || "OR", expand: own.expand === undefined ? options.expand : own.expand };
      var found = boost ? index.fieldScores(name, terms, wanted) : {};
      Object.keys(found).forEach(function (ref) { scores[ref] = (scores[ref] || 0) + found[ref] * boost; });
    });
    return Object.keys(scores).sort(function (a, b) { return scores[b] - scores[a] || (a < b ? -1 : 1); })
      .map(function (ref) { return { ref: ref, score: scores[ref], doc: index.documentStore.getDoc(ref) }; });
  };

  root.elasticlunr = { Index: Index, stemmer: stemmer, tokenizer: tokenizer, stopWordFilter: steps.stopWordFilter,
    trimmer: steps.trimmer };
})(typeof window === "undefined" ? globalThis : window);
