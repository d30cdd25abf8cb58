"""Parts of an address that neither a page nor a reader wrote: what messengers, mail programs and counters add.

They say where a link came from. Nobody who follows it can do anything about them, so that a page says nothing either.
"""

from __future__ import annotations

__all__ = ["is_added"]

# Names as they are documented or seen in links, in small letters.
_NAMES = frozenset((
    *("from", "isappinstalled", "nsukey", "wxshare_count", "wxfrom", "wx_header", "wxwork_userid", "weixin", "mpshare"),
    *("scene", "subscene", "clicktime", "enterid", "sessionid", "ascene", "devicetype", "nettype", "pass_ticket"),
    *("exportkey", "version", "abtest_cookie", "chksm", "srcid", "sharefrom", "sharer", "share_source", "sfrom"),
    *("tdsourcetag", "adtag", "aduin", "adsession", "adpubno", "ptlang", "ptag", "_wv", "_wvx", "_wwv", "_bid"),
    *("ddtab", "dd_share", "dtaction", "dd_nav_bgcolor", "dd_orientation", "corpid", "lark_share", "feishu_share"),
    *("spm", "scm", "hmsr", "hmpl", "hmcu", "hmkw", "hmci", "bd_vid", "bdmapmode", "baiduid", "qhclickid", "sogou"),
    *("fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "ttclid", "twclid", "igshid", "igsh", "li_fat_id"),
    *("mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "_t", "_", "timestamp", "ref_src", "ref", "referrer"),
))  # fmt: skip
_BEGINNINGS = (
    *("utm_", "mtm_", "pk_", "matomo_", "hsa_", "sharer_", "share_"),
    *("wx_", "weixin_", "wework_", "dd_", "lark_"),
)


def is_added(name: str) -> bool:
    """Whether a part of this name was added on the way of the link."""
    small = name.lower()
    return small in _NAMES or small.startswith(_BEGINNINGS)
