//! What the ranking knows of a document beside its words.

use crate::model::Level;

/// What sort of page a document is. Other pages stand below procedures that answer equally well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// A procedure.
    #[default]
    Procedure,
    /// A page that stands for itself: a section, a register, an index, an article, an office.
    Own,
    /// A page below such a one: a list, a table, one record.
    Below,
}

/// Facts of a record that make it a likelier answer among equally good ones, on any site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What sort of page it is.
    pub sort: Sort,
    /// The level nearest to the citizen that carries the procedure out.
    pub level: Option<Level>,
    /// Announced by one local authority: a variant of the rule that a ministry announces for all.
    pub local: bool,
    /// Whether citizens may apply, not only organisations.
    pub citizens: bool,
    /// Whether it is done online from beginning to end.
    pub online: bool,
}

impl Facts {
    /// The prior, 0 to 255: how likely a document is to be meant before a word is read.
    #[must_use]
    pub fn prior(&self) -> u8 {
        match self.sort {
            Sort::Procedure => self.prior_of_procedure(),
            Sort::Own => 40,
            Sort::Below => 0,
        }
    }

    fn prior_of_procedure(&self) -> u8 {
        let level = match self.level {
            Some(Level::Commune) => 120,
            Some(Level::Province | Level::District) => 45,
            Some(Level::Central | Level::Other(_)) | None => 0,
        };
        let nationwide = if self.local { 0 } else { 60 };
        let citizens = if self.citizens { 30 } else { 0 };
        level + nationwide + citizens + if self.online { 15 } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, Sort};
    use crate::model::Level;

    #[test]
    fn nearer_levels_and_general_rules_come_first() {
        let at = |level| Facts { level: Some(level), ..Facts::default() };
        assert!(at(Level::Commune).prior() > at(Level::Province).prior());
        assert!(at(Level::Province).prior() > at(Level::Central).prior());
        assert!(Facts { local: true, ..at(Level::Province) }.prior() < at(Level::Province).prior());
        let most = Facts { citizens: true, online: true, ..at(Level::Commune) };
        assert_eq!(most.prior(), 225);
        let of = |sort| Facts { sort, ..most.clone() }.prior();
        assert!(of(Sort::Procedure) > of(Sort::Own) && of(Sort::Own) > of(Sort::Below));
        assert!(at(Level::Province).prior() > of(Sort::Own));
    }
}
