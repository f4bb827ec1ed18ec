use super::{Module, function};

fn module(source: &str) -> Module {
    function(source).unwrap_or_else(|piece| panic!("{source}: {piece}"))
}

/// What stands in the function, of its head and body and of what it gives.
fn parts(source: &str) -> (String, String) {
    let function = module(source).function;
    let inside = function.strip_prefix("async(__meta)=>{").and_then(|rest| rest.strip_suffix("}}"));
    let (body, given) = inside.and_then(|inside| inside.split_once("\nreturn{")).expect("the frame of a function");
    (body.to_owned(), given.to_owned())
}

fn body(source: &str) -> String {
    parts(source).0
}

#[test]
fn what_is_imported_is_waited_for_at_the_beginning() {
    for (source, head) in [
        ("import\"./a.js\";", "await __import(\"a.js\");"),
        ("import{b,c as d}from'./a.js'", "const{b:b,c:d}=await __import(\"a.js\");"),
        ("import{from,b,}from\"./a.js\";", "const{from:from,b:b}=await __import(\"a.js\");"),
    ] {
        assert_eq!(body(&format!("{source}\nb();")), format!("{head}b();"), "{source}");
    }
    assert_eq!(body("a()\nimport\"./b.js\"\n(c)()"), "await __import(\"b.js\");a();(c)()", "statements stay apart");
}

#[test]
fn what_is_imported_later_and_the_address_of_the_module_stay_where_they_are() {
    let source = "x=()=>import(\"./b.js\").then(f);y=[...import('./c.js'),import.meta.url,`${z}`];";
    let expected = "x=()=>__import(\"b.js\").then(f);y=[...__import(\"c.js\"),__meta.url,`${z}`];";
    assert_eq!(body(source), expected);
    let from: Vec<String> = module(source).imports.into_iter().map(|import| import.from).collect();
    assert_eq!(from, ["b.js", "c.js"]);
}

#[test]
fn declarations_stay_and_their_names_are_given() {
    let source = "export const a=(x,y)=>[x,y];export function b(){}\nexport async function*c(){}\nexport class D{}\n";
    let (body, given) = parts(source);
    assert_eq!(body, "const a=(x,y)=>[x,y];function b(){}\nasync function*c(){}\nclass D{}");
    let all = ["D", "a", "b", "c"];
    assert_eq!(given, all.map(|name| format!("get {name}(){{return {name}}}")).join(","));
    assert_eq!(module(source).exports.into_iter().collect::<Vec<_>>(), all);
}

#[test]
fn properties_and_texts_of_these_names_mean_nothing() {
    let source =
        "a.import(b);a?.export;c={import:1,export:2};d=\"import x from './y.js'\";e=/export/;f=`an import of x`;";
    assert_eq!(parts(source), (source.to_owned(), String::new()));
}

#[test]
fn what_cannot_be_rewritten_is_named() {
    for (source, piece) in [
        ("a=\"open", "\"open"),
        ("import(name)", "import(name"),
        ("import(\"./a.js\",{})", "import(\"./a.js\","),
        ("import{a}from\"https://b.example/c.js\";", "\"https://b.example/c.js\""),
        ("import{a}from\"./b.json\"with{type:\"json\"};", "a}from\"./b.json\"with"),
        ("import a from\"./b.js\";", "import a"),
        ("import*as a from\"./b.js\";", "import*"),
        ("import{a", "import{a"),
        ("import{a;b}from\"./c.js\";", "import{a;"),
        ("import", "import"),
        ("import.url", "import.url"),
        ("{import\"./a.js\"}", "{import\"./a.js\""),
        ("if(a){export const b=1;}", "(a){export"),
        ("export let a=1;", "export let"),
        ("export var a=1;", "export var"),
        ("let a=1;export{a};", "=1;export{"),
        ("export default 1;", "export default"),
        ("export const{a}=b;", "export const{"),
        ("export const a=1,b=2;", "export const a"),
        ("export a;", "export a"),
        ("export*from\"./a.js\";", "export*"),
        ("a=`${import(\"./b.js\")}`;", "`${import(\"./b.js\")}`"),
        ("const __import=1;", "__import"),
    ] {
        assert_eq!(function(source), Err(piece.to_owned()), "{source}");
    }
}

#[test]
fn no_broken_module_makes_it_fail() {
    let whole = "import{b as c}from\"./d.js\";import'./f.js';export const g=`${h}`;export async function a(){}x=import(\"./y.js\");";
    for end in (0..=whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let _ = function(&whole[..end]);
        let _ = function(&whole[end..]);
    }
    for source in [
        "}}}export",
        "export default",
        "export",
        "export async",
        "export class",
        "import*",
        "import,",
        "\u{1F600}import",
        "let",
        "[",
    ] {
        let _ = function(source);
    }
}
