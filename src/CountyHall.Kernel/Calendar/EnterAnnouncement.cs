using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Calendar;

/// <summary>Enters a notice of the State Council General Office on public holidays; it holds at once, and every open clock is read anew.</summary>
/// <remarks>Regulation on public holidays art. 2; Administrative Licensing Law art. 82 (periods in working days, without statutory holidays).</remarks>
public sealed record EnterAnnouncement(Announcement Notice);

public sealed record AnnouncementEntered(DateOnly On, int? Year, Words Title, int Days);

public sealed class EnterAnnouncementHandler(HallWriter writer, CountyCalendar calendar)
{
    public async Task<Result<AnnouncementEntered>> Handle(EnterAnnouncement ask, Occasion on, CancellationToken ct = default)
    {
        if (!on.By.Is(Role.Administrator))
            return new NotAdministrator();
        var outcome = await writer.Write(on, db => Enter(db, ask.Notice, on), ct);
        if (outcome is Result<AnnouncementEntered>.Done)
            await calendar.Read(ct);
        return outcome;
    }

    private async Task<Result<AnnouncementEntered>> Enter(HallDb db, Announcement notice, Occasion on)
    {
        if (notice.Days.Count == 0)
            return new NoticeEmpty();
        if (notice.On > CountyTime.DayOf(on.At))
            return new NoticeFromTheFuture(notice.On);
        if (notice.Checked() is Result<Announcement>.Refused(var why))
            return why;
        // What other nodes entered counts too: the database decides, not this process's memory.
        var known = await CountyCalendar.KnownTo(db);
        if (notice.Year is { } year && known.IsArranged(new DateOnly(year, 7, 1)))
            return new YearArrangedAlready(year);
        if (notice.Year is null && notice.Days.FirstOrDefault(d => !known.IsArranged(d.Date)) is { } early)
            return new YearNotArrangedYet(early.Date.Year);

        var entered = new CalendarAnnouncement
        {
            Id = Ids.Next(on.At),
            On = notice.On,
            Year = notice.Year,
            TitleZh = notice.Title.Zh,
            TitleEn = notice.Title.En,
            Days = notice.Days,
        };
        db.Add(entered);
        db.Post(on, new CalendarChanged(entered.Id));
        return db.Record(entered, on, new AnnouncementEntered(notice.On, notice.Year, notice.Title, notice.Days.Count));
    }
}

public sealed record NoticeEmpty()
    : Refusal(
        ("通知里没有任何一天。", "The notice names no day."),
        ("请按通知原文填写放假和调休上班的日期。", "Enter the holidays and the make-up workdays of the notice."),
        Laws.PublicHolidays.At("第二条", "art. 2")
    );

public sealed record NoticeFromTheFuture(DateOnly On)
    : Refusal(
        ($"通知的公布日期 {On:yyyy-MM-dd} 还没有到。", $"The notice is dated {On:yyyy-MM-dd}, which is still to come."),
        ("请填写通知实际公布的那一天。", "Enter the day on which the notice was published.")
    );

public sealed record YearArrangedAlready(int Year)
    : Refusal(
        ($"{Year} 年的放假安排已经有了。", $"The holidays of {Year} are arranged already."),
        (
            "后来的通知改了其中几天的，请选“调整已公布的安排”，只填改动的日期。",
            "If a later notice changed some days, choose 'changes an arrangement' and enter only those."
        )
    );

public sealed record YearNotArrangedYet(int Year)
    : Refusal(
        ($"{Year} 年的放假安排还没有录入，谈不上调整。", $"The holidays of {Year} are not entered yet, so there is nothing to change."),
        ("请先录入这一年的安排。", "Enter the arrangement of that year first.")
    );
