//! The order of pages in a section.

use std::cmp::Ordering;

use lexical_sort::natural_lexical_cmp;

use super::node::Node;

/// Sorts pages as a section asks. Gives those that lack what it sorts by apart, in the order of their paths.
pub(super) fn sort(nodes: &[Node], pages: Vec<usize>, by: Option<&str>) -> (Vec<usize>, Vec<usize>) {
    let has = |id: &usize| {
        let front = &nodes[*id].front;
        match by {
            Some("date") => front.date.is_some(),
            Some("update_date") => front.date.is_some() || front.updated.is_some(),
            Some("title" | "title_bytes") => front.title.is_some(),
            Some("weight") => front.weight.is_some(),
            _ => true,
        }
    };
    let (mut sorted, unsorted): (Vec<usize>, Vec<usize>) = pages.into_iter().partition(has);
    sorted.sort_by(|one, other| {
        let (one, other) = (&nodes[*one], &nodes[*other]);
        compare(one, other, by).then_with(|| one.permalink.cmp(&other.permalink))
    });
    (sorted, unsorted)
}

fn compare(one: &Node, other: &Node, by: Option<&str>) -> Ordering {
    let (front, with) = (&one.front, &other.front);
    let moment = |node: &Node| node.front.date.as_ref().map(|date| date.moment);
    let changed = |node: &Node| node.front.updated.as_ref().map(|date| date.moment).max(moment(node));
    let title = |node: &Node| node.front.title.clone().unwrap_or_default();
    match by {
        Some("date") => moment(other).cmp(&moment(one)),
        Some("update_date") => changed(other).cmp(&changed(one)),
        Some("title") => natural_lexical_cmp(&title(one), &title(other)),
        Some("title_bytes") => front.title.cmp(&with.title),
        Some("weight") => front.weight.cmp(&with.weight),
        Some("slug") => natural_lexical_cmp(&one.slug, &other.slug),
        Some("permalink") => natural_lexical_cmp(&one.permalink, &other.permalink),
        _ => one.file.relative.cmp(&other.file.relative),
    }
}
