//! What the run cost, as the operating system counts it.

/// Processor time and memory of this process so far.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub(super) struct Usage {
    /// User and system seconds of all threads.
    cpu_seconds: f64,
    /// Largest resident memory, in MiB.
    peak_mib: u64,
}

impl Usage {
    /// Reads the counters; only Linux has them in files.
    pub(super) fn now() -> Option<Self> {
        let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
        let status = std::fs::read_to_string("/proc/self/status").ok()?;
        Self::parse(&stat, &status)
    }

    fn parse(stat: &str, status: &str) -> Option<Self> {
        // Fields 14 and 15 (proc(5)); the second, the program's name, may itself hold blanks and brackets.
        let after_name = stat.rsplit_once(')')?.1;
        let ticks: u64 =
            after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kib: u64 = peak.split_whitespace().next()?.parse().ok()?;
        // Linux has counted 100 ticks a second towards programs on every architecture for decades.
        Some(Self { cpu_seconds: u32::try_from(ticks).map_or(f64::INFINITY, f64::from) / 100.0, peak_mib: kib / 1024 })
    }
}

#[cfg(test)]
mod tests {
    use super::Usage;

    #[test]
    fn counters_are_read_past_a_program_name_with_blanks() {
        let stat = "7 (a) b) S 1 7 7 0 -1 4194304 100 0 0 0 150 50 0 0 20 0 1 0 1 1 1";
        let usage = Usage::parse(stat, "Name:\tx\nVmHWM:\t  204800 kB\n").expect("both counters are there");
        assert!((usage.cpu_seconds - 2.0).abs() < 1e-9);
        assert_eq!(usage.peak_mib, 200);
    }
}
