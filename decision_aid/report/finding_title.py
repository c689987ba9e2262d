"""A finding by its title, with what is not sure told as such."""

from decision_aid.base.language import _
from decision_aid.domain.safety import Finding


def finding_title(finding: Finding) -> str:
    """What was found: "You take an MAOI", or "You take an MAOI (not sure)"."""
    return or_not_sure(finding.rule.title, sure=finding.sure)


def or_not_sure(title: str, *, sure: bool) -> str:
    """A title, and that it is not sure where it is not."""
    return title if sure else _("{finding} (not sure)").format(finding=title)
