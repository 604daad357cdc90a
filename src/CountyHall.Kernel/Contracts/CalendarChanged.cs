namespace CountyHall.Kernel.Contracts;

/// <summary>A notice on public holidays was entered: whoever keeps an index by due dates makes it again.</summary>
/// <param name="Announcement">Id of the notice.</param>
public sealed record CalendarChanged(long Announcement);
