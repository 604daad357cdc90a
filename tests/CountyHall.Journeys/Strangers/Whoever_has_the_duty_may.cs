using CountyHall.Approvals;
using CountyHall.Approvals.Applications;

namespace CountyHall.Journeys.Strangers;

/// <summary>The same commands, asked by whoever has the duty: they are done. Otherwise the refusals of strangers would prove nothing.</summary>
public abstract class Whoever_has_the_duty_may(Hall hall) : On_either_database(hall)
{
    public static TheoryData<string> UseCases => [.. ApprovalsModule.UseCases.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(UseCases))]
    public async Task It_is_done(string useCase)
    {
        var sample = Sample.Of[ApprovalsModule.UseCases.Single(t => t.Name == useCase)];
        var target = await sample.Given(Hall);
        var why = await sample.Ask(Hall, target, await Hall.Occasion(sample.Right, $"right-{useCase}"));
        why.ShouldBeNull(why?.Reason.En);
    }

    [Theory]
    [MemberData(nameof(UseCases))]
    public async Task It_is_done_once(string useCase)
    {
        // The same key again: the first answer, and nothing happens twice.
        var sample = Sample.Of[ApprovalsModule.UseCases.Single(t => t.Name == useCase)];
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var target = await sample.Given(hall);
        var on = await hall.Occasion(sample.Right, $"once-{useCase}");
        (await sample.Ask(hall, target, on)).ShouldBeNull();
        var after = await hall.Everything();
        (await sample.Ask(hall, target, on)).ShouldBeNull();
        var again = await hall.Everything();
        if (useCase is nameof(SaveApplicationHandler) or nameof(SaveAtCounterHandler))
            (after["applications"], again["applications"]) = ("", ""); // a draft is kept as typed, each time, and leaves no fact
        again.ShouldBe(after);
    }
}

public sealed class Whoever_has_the_duty_may_on_the_embedded_database(EmbeddedHall hall)
    : Whoever_has_the_duty_may(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Whoever_has_the_duty_may_on_PostgreSQL(PostgresHall hall) : Whoever_has_the_duty_may(hall), IClassFixture<PostgresHall>;
