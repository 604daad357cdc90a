using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Similarity.Board;

namespace CountyHall.Journeys.Trading;

/// <summary>清标 and likeness for the committee: read by those who hold a seat in this lot, after the pledge and the blind part, and by nobody else.</summary>
public abstract class The_aid_of_the_committee(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task It_is_read_after_the_pledge_and_the_blind_part_and_only_by_this_committee()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Ask<RunSimilarityHandler, LikenessWasRun>(OpeningGround.Venue, (h, on) => h.Handle(new(ground.Number), on));
        var member = EvaluationGround.Members[0];
        (await Refused(member)).ShouldBeOfType<EvaluationNotFound>();
        await ground.Begins();
        (await Refused(member)).ShouldBeOfType<AidAfterPledge>();
        await ground.Elects();
        (await Refused(member)).ShouldBeOfType<AidAfterBlindPart>();
        await ground.AllClose();
        await ground.Scores("plan", 15);
        (await Refused(member)).ShouldBeOfType<AidAfterBlindPart>();
        await ground.AllClose();
        foreach (var one in EvaluationGround.Members)
        {
            var aid = (await Aid(one)).ShouldBeDone();
            (aid.Desk.Lot.Number, aid.Report!.Content.Bids.Count).ShouldBe((ground.Number, 3));
        }
        foreach (
            var stranger in (string[])
                [
                    "",
                    "zou.yunfei",
                    "deng.zhiyuan",
                    .. OpeningGround.Bidders,
                    OpeningGround.Supervisor,
                    OpeningGround.Venue,
                    OpeningGround.Agency,
                ]
        )
            (await Refused(stranger)).ShouldBeOfType<NotYourSeat>(stranger);

        Task<Result<CommitteeAid>> Aid(string user) =>
            Hall.Read(async db => await CommitteeAid.Of(db, ground.Number, await Hall.Occasion(user)));

        async Task<Refusal> Refused(string user) => (await Aid(user)).Refusal().ShouldNotBeNull(user);
    }
}

public sealed class The_aid_of_the_committee_on_the_embedded_database(EmbeddedHall hall)
    : The_aid_of_the_committee(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_aid_of_the_committee_on_PostgreSQL(PostgresHall hall) : The_aid_of_the_committee(hall), IClassFixture<PostgresHall>;
