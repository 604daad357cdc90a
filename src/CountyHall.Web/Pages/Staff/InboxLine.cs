using CountyHall.Web.Components;

namespace CountyHall.Web.Pages.Staff;

/// <summary>Everything that a line of an inbox says, in the reader's language: two that are equal are written alike.</summary>
/// <param name="Nudges">How often the applicant reminded.</param>
/// <param name="Left">Days left, or the day on which it was done.</param>
/// <param name="Language">Tag of the language of the words and headings.</param>
public sealed record InboxLine(
    string Number,
    string Address,
    string Item,
    string Applicant,
    DateTime ReceivedAt,
    string Step,
    int Nudges,
    string Left,
    LampState Lamp,
    bool Done,
    string Language
);
