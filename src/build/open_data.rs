//! Open data beside the pages: made, written and dropped one page after the other, then listed together.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::dataset::{self, Listing, OpenData};
use crate::diag::{Diagnostic, Location};
use crate::export::disk_scripts;
use crate::output::{Artifact, Staging};
use crate::plan::{DataFiles, FileFormat, PageKind, SitePlan};
use crate::validate::guard::Guard;
use crate::view::{self, ViewContext};

use super::{BuildError, Materials};

/// Makes every planned file of open data, and writes it where there is a staging folder. Gives what the guard saw
/// in the text of the tables.
pub(super) fn make(
    context: &ViewContext<'_>,
    Materials { config, plan, guard, .. }: &Materials,
    staging: Option<&Staging>,
) -> Result<Vec<Diagnostic>, BuildError> {
    let pages: Vec<(PageKind, &DataFiles)> = plan.pages_with_data().collect();
    let listed: BTreeSet<PageKind> = plan.listed_data().map(|(kind, _)| kind).collect();
    let made: Vec<(Option<Listing>, Vec<Diagnostic>)> = pages
        .into_par_iter()
        .map(|(kind, files)| {
            let Some(data) = view::open_data(context, kind) else { return Ok((None, Vec::new())) };
            files.routes().try_for_each(|(format, route)| file(&data, format, route.output_path(), staging))?;
            let listing = listed.contains(&kind).then(|| view::listing(context, kind, &data)).flatten();
            Ok::<_, BuildError>((listing, look(&data, files, guard)))
        })
        .collect::<Result<_, _>>()?;
    lookups(context, plan, config.search.from_disk, staging)?;
    let (listings, seen): (Vec<Option<Listing>>, Vec<Vec<Diagnostic>>) = made.into_iter().unzip();
    let listings: Vec<Listing> = listings.into_iter().flatten().collect();
    let publisher = view::publisher(context);
    let package = plan.data_package().map(|route| (route, dataset::datapackage(&publisher, &listings)));
    let catalog = plan.data_catalog().map(|route| (route, dataset::catalog(&publisher, &listings)));
    let feed = |kind| view::feed(context, kind).and_then(|feed| feed.atom(&publisher));
    let feeds = plan.feeds().filter_map(|(kind, route)| Some((route.clone(), feed(kind)?)));
    for (route, text) in package.into_iter().chain(catalog).chain(feeds) {
        write(Artifact::new(route.output_path(), text), staging)?;
    }
    Ok(seen.into_iter().flatten().collect())
}

/// What the guard sees in a table; its other forms hold the same words.
fn look(data: &OpenData, files: &DataFiles, guard: &Guard) -> Vec<Diagnostic> {
    let route = files.routes().find(|(format, _)| *format == FileFormat::Csv).map(|(_, route)| route);
    route.map_or_else(Vec::new, |route| guard.published(&data.dataset.csv(), &Location::key(route.to_string())))
}

/// The files by which records are found that no list tells of.
fn lookups(
    context: &ViewContext<'_>,
    plan: &SitePlan,
    from_disk: bool,
    staging: Option<&Staging>,
) -> Result<(), BuildError> {
    for (section, lookup) in plan.lookups() {
        let states = view::lookup_states(context, section);
        let records = states.iter().map(|(code, state)| (*code, *state));
        let made = dataset::lookup_files(lookup.names(), lookup.digits(), records).into_iter();
        let mut files: Vec<(String, Vec<u8>)> =
            made.map(|(name, text)| (lookup.route(&name).output_path(), text.into_bytes())).collect();
        if from_disk {
            files.extend(disk_scripts(lookup.folder().as_str(), &files));
        }
        files.into_iter().try_for_each(|(path, bytes)| write(Artifact::new(path, bytes), staging))?;
    }
    Ok(())
}

/// Makes one file. A picture costs as much as many pages, so one that says the same is taken over.
fn file(data: &OpenData, format: FileFormat, path: String, staging: Option<&Staging>) -> Result<(), BuildError> {
    let bytes = match format {
        FileFormat::Csv => data.dataset.csv().into_bytes(),
        FileFormat::Xlsx => data.dataset.xlsx()?,
        FileFormat::Json => data.dataset.json().into_bytes(),
        FileFormat::Svg => crate::chart::document(&data.chart).into_bytes(),
        FileFormat::Calendar => dataset::calendar(&data.dataset.title, &data.events).into_bytes(),
        FileFormat::Png => return picture(data, path, staging),
    };
    write(Artifact::new(path, bytes), staging)
}

fn picture(data: &OpenData, path: String, staging: Option<&Staging>) -> Result<(), BuildError> {
    let (Some(picture), Some(staging)) = (&data.picture, staging) else { return Ok(()) };
    let key = picture.key();
    if staging.reuse(&path, &key)?.is_none()
        && let Some(bytes) = picture.png()
    {
        staging.write(&Artifact { key: Some(key), ..Artifact::new(path, bytes) })?;
    }
    Ok(())
}

fn write(artifact: Artifact, staging: Option<&Staging>) -> Result<(), BuildError> {
    if let Some(staging) = staging {
        staging.write(&artifact)?;
    }
    Ok(())
}
