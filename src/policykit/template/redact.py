"""A blank form: the plan without the hospital's name, people, telephones, dates and numbers."""

from policykit.model.notice import Notice
from policykit.model.profile import Leadership, Profile
from policykit.template.wording import blank


def redact_profile(profile: Profile) -> Profile:
    """Return the profile with what identifies the hospital and its people taken out."""
    departments = [item.model_copy(update={"liaison": None, "phone": None}) for item in profile.departments]
    assignments = [item.model_copy(update={"person": None}) for item in profile.assignments]
    return profile.model_copy(
        update={
            "name": blank("单位全称"),
            "number_code": "",
            "office_head": "",
            "leadership": Leadership(),
            "departments": departments,
            "assignments": assignments,
            "cc": "",
            "printer": blank("印发机关"),
        }
    )


def redact_notice(notice: Notice) -> Notice:
    """Return the notice without its contacts."""
    return notice.model_copy(update={"contacts": []})
