"""Numbers and periods of the clean text, and the rule that says which days a figure is about."""

from faheng.mentions.find import mentions_in
from faheng.mentions.mention import Mention
from faheng.mentions.period import PeriodMention
from faheng.mentions.period_rule import own_period, resolve
from faheng.mentions.periods import period_mentions
from faheng.mentions.units import unit_meaning

__all__ = ["Mention", "PeriodMention", "mentions_in", "own_period", "period_mentions", "resolve", "unit_meaning"]
