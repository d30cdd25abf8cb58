"""Facts -> Findings: what arithmetic says about the figures of a report, in one plain sentence each."""
