"""Numbers and periods of the clean text, and the rule that says which days a figure is about."""

from faheng.reading.mentions.find import mentions_in
from faheng.reading.mentions.mention import Mention
from faheng.reading.mentions.period import PeriodMention
from faheng.reading.mentions.period_rule import own_period, resolve
from faheng.reading.mentions.periods import period_mentions

__all__ = ["Mention", "PeriodMention", "mentions_in", "own_period", "period_mentions", "resolve"]
