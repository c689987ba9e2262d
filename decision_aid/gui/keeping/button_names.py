"""Names of buttons that do not say by their own words what they are about."""

from decision_aid.base.language import _


def name_about(button: str, about: str) -> str:
    """What is heard of a button, such as "Later: Your recovery code".

    Args:
        button: What it says.
        about: What it is about.
    """
    return _("{button}: {about}").format(button=button, about=about)
