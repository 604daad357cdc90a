using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Registrations;

/// <summary>设置报名审核: from a day on registrations for a kind of tender are reviewed, or accepted at once.</summary>
public sealed record SetReview(TenderKind Kind, DateOnly From, bool Reviewed);

public sealed record ReviewSet(TenderKind Kind, DateOnly From, bool Reviewed);

/// <summary>TR-11.4: a county setting by date.</summary>
public sealed class SetReviewHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => new([Role.Administrator]);

    public Task<Result<ReviewSet>> Handle(SetReview ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ReviewSet>(
            on,
            db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return Task.FromResult<Result<ReviewSet>>(stranger);
                if (ask.From < CountyTime.DayOf(on.At) || !Enum.IsDefined(ask.Kind))
                    return Task.FromResult<Result<ReviewSet>>(new SettingInThePast());
                var setting = new ReviewSetting
                {
                    Id = Ids.Next(on.At),
                    Division = on.By.Division,
                    Kind = ask.Kind,
                    From = ask.From,
                    Reviewed = ask.Reviewed,
                };
                db.Add(setting);
                return Task.FromResult<Result<ReviewSet>>(db.Record(setting, on, new ReviewSet(ask.Kind, ask.From, ask.Reviewed)));
            },
            ct
        );
}
