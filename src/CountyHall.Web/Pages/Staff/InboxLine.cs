using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Results;
using CountyHall.Web.Components;

namespace CountyHall.Web.Pages.Staff;

/// <summary>Everything that a line of an inbox says, in the reader's language.</summary>
/// <param name="Nudges">How often the applicant reminded.</param>
/// <param name="Left">Days left, or the day on which it was done.</param>
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
    bool Done
);

/// <summary>What a line of an inbox is made of: the row, and what of the clock, the calendar and the reader it depends on.</summary>
/// <param name="Laid">Rows of one case with the same number say the same.</param>
/// <param name="Lamp">Says also whether the last day has passed and whether the clock stands.</param>
/// <param name="Today">Days left are counted from here.</param>
/// <param name="At">Address of the page of a case, without the number.</param>
/// <param name="Language">Tag of the language of the words and headings.</param>
/// <param name="Items">Names of the items; another object whenever one has changed.</param>
/// <param name="Calendar">Another object whenever an arrangement was announced.</param>
internal sealed record InboxRead(
    long CaseId,
    long Laid,
    LampState Lamp,
    DateOnly Today,
    int Nudges,
    bool Done,
    string At,
    string Language,
    IReadOnlyDictionary<string, Words> Items,
    WorkingCalendar Calendar
);
