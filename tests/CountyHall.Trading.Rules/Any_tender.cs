using System.Text;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using CsCheck;

namespace CountyHall.Trading.Rules;

/// <summary>
/// Thousands of generated tenders, from the first bid to the last refund, by the stages themselves: whoever hands in, takes back, comes late, loses a key or
/// is hit by a fault, in any order.
/// </summary>
public class Any_tender
{
    private static readonly DateTime Deadline = new(2026, 12, 22, 1, 30, 0, DateTimeKind.Utc);

    /// <param name="At">Milliseconds from the deadline.</param>
    private sealed record Step(int Who, long At, bool TakesBack);

    /// <summary>What becomes of a bid at its opening.</summary>
    private sealed record Fate(bool Damaged, bool RightKey, bool WrongKeyFirst, bool FaultRecorded, bool Confirmed, bool Recovered);

    private sealed record Invented(
        IReadOnlyList<long> Paid,
        IReadOnlyList<Step> Steps,
        IReadOnlyList<Fate> Fates,
        int Winner,
        IReadOnlyList<int> Ends
    );

    /// <summary>Instants thicken towards the deadline, and lie on it and beside it to the millisecond.</summary>
    private static readonly Gen<long> Instants = Gen.Frequency(
        (3, Gen.Long[-3_600_000, -1]),
        (2, Gen.Long[-3, 3]),
        (1, Gen.Const(0L)),
        (1, Gen.Long[1, 600_000])
    );

    private static readonly Gen<Invented> Tenders = Gen.Select(
        Gen.Frequency((4, Gen.Long[1, 800_000_00]), (1, Gen.Const(0L))).Array[8],
        Gen.Select(
            Gen.Int[0, 7],
            Instants,
            Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))),
            (who, at, back) => new Step(who, at, back)
        ).List[0, 40],
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, (a, b, c, d, e, f) => new Fate(a, b, c, d, e, f)).Array[8],
        Gen.Int[0, 7],
        Gen.Int[0, 3].Array[8],
        (paid, steps, fates, winner, ends) => new Invented(paid, steps, fates, winner, ends)
    );

    [Fact]
    [Trait("Rule", "TR-3.23"), Trait("Rule", "TR-3.24"), Trait("Rule", "TR-12.6")]
    public void Nothing_late_is_taken_every_bid_is_opened_or_explained_the_money_adds_up_and_the_log_is_one() =>
        Tenders.Sample(
            invented =>
            {
                var floor = new Floor(invented);
                floor.HandsIn();
                floor.NothingLateWasTaken();
                floor.IsOpened();
                floor.EveryBidIsOpenedOrExplained();
                floor.IsSettled();
                floor.TheMoneyAddsUp();
                floor.TheLogIsOne();
            },
            iter: 3_000
        );

    /// <summary>One tender of one lot, with eight firms that were admitted.</summary>
    private sealed class Floor(Invented invented)
    {
        private readonly Tender tender = new()
        {
            Id = 1,
            ProjectId = 1,
            Number = "E3304210001000001001",
            Division = "330421",
            NameZh = "示例",
            NameEn = "Example",
            Kind = TenderKind.Works,
            Method = TenderMethod.Open,
            Round = 1,
            Entity = 1,
            EntityName = "示例",
            SupervisingDepartment = "zjj",
            Stage = new Announced(Deadline.AddDays(-21), 1, new TenderTimes(Deadline.AddDays(-21), Deadline.AddDays(-15), Deadline, 90)),
            EnteredAt = Deadline.AddDays(-40),
        };

        private readonly Lot lot = new()
        {
            Id = 1,
            TenderId = 1,
            Number = "E3304210001000001001001",
            Division = "330421",
            NameZh = "示例",
            NameEn = "Example",
            Estimate = 40_000_000_00,
            Security = 800_000_00,
            Duration = 300,
            Stage = Planned.Begin(Deadline.AddDays(-40)).Announce(Deadline.AddDays(-21)),
        };

        private readonly Bid?[] bids = new Bid?[8];
        private readonly int[] accepted = new int[8];
        private readonly OpeningBidStage?[] opened = new OpeningBidStage?[8];
        private readonly BidEvidence[] evidence = [.. invented.Fates.Select(f => new BidEvidence(new string('a', 64), !f.Damaged))];
        private readonly SecurityStage[] securities =
        [
            .. invented.Paid.Select(SecurityStage (paid) => paid == 0 ? SecurityStage.Begin(Deadline.AddDays(-5)) : Paid(paid)),
        ];
        private readonly List<byte[]> entries = [];
        private readonly Tiles tiles = new();
        private readonly List<(long Size, byte[] Root)> checkpoints = [];
        private int refusedLate;
        private int tooLateToTakeBack;

        // ---- until the deadline, and after it ----

        public void HandsIn()
        {
            foreach (var step in invented.Steps.OrderBy(s => s.At))
            {
                var at = Deadline.AddMilliseconds(step.At);
                var late = BidWork.Late(new(lot, tender, Admitted(step.Who)), at);
                if (step.TakesBack)
                    TakesBack(step, at, late is not null);
                else if (late is not null)
                    refusedLate++;
                else
                    Submits(step, at);
                Enter($"{step}");
            }
        }

        private void Submits(Step step, DateTime at)
        {
            accepted[step.Who]++;
            if (bids[step.Who] is not { } bid)
            {
                bids[step.Who] = new Bid
                {
                    Id = step.Who,
                    LotId = 1,
                    TenderId = 1,
                    Division = "330421",
                    Bidder = step.Who,
                    BidderName = "示例",
                    Stage = BidStage.First(Receipt(1)),
                };
                return;
            }
            var next = Receipt(bid.Receipt.Serial + 1);
            if (bid.Stage is BidTakenBack)
            {
                bid.Take((BidTakenBack back) => back.SubmitAgain(next)).ShouldBeOfType<Result<BidReceived>.Done>();
                if (securities[step.Who] is RefundDue { Ground: RefundGround.Withdrawn } due)
                    securities[step.Who] = due.Keep(at);
            }
            else
            {
                bid.Take((BidReceived before) => before.Replace(next)).ShouldBeOfType<Result<BidReceived>.Done>();
            }

            BidReceipt Receipt(int serial) => new(serial, "f", new string('a', 64), 1_000, at, 1, step.Who, "BG-001");
        }

        private void TakesBack(Step step, DateTime at, bool late)
        {
            if (bids[step.Who] is not { Stage: BidReceived } bid)
                return;
            if (late)
            {
                tooLateToTakeBack++;
                return;
            }
            bid.Take((BidReceived received) => received.TakeBack(at, step.Who)).ShouldBeOfType<Result<BidTakenBack>.Done>();
            if (securities[step.Who] is Held held)
                securities[step.Who] = held.Release(at, RefundGround.Withdrawn);
        }

        public void NothingLateWasTaken()
        {
            bids.ShouldAllBe(b => b == null || b.Receipt.ReceivedAt < Deadline);
            refusedLate.ShouldBe(invented.Steps.Count(s => !s.TakesBack && s.At >= 0));
            accepted.Sum().ShouldBe(invented.Steps.Count(s => !s.TakesBack && s.At < 0));
            bids.ShouldAllBe(b => b == null || b.Receipt.Serial == accepted[(int)b.Id]);
            bids.ShouldAllBe(b => b == null || !(b.Stage is BidTakenBack && b.Stage.At >= Deadline));
            if (tooLateToTakeBack > 0)
                bids.ShouldContain(b => b != null && b.Stage is BidReceived);
        }

        // ---- the opening ----

        public void IsOpened()
        {
            var there = bids.OfType<Bid>().Where(b => b.Stage is BidReceived).ToList();
            var count = new LotCount(1, lot.Number, lot.NameZh, there.Count);
            count.Opens.ShouldBe(there.Count >= 3);
            if (!count.Opens)
            {
                lot.Take((Open open) => open.Fail(Deadline, there.Count)).ShouldBeOfType<Result<Failed>.Done>();
                for (var who = 0; who < 8; who++)
                {
                    if (securities[who] is Held held)
                        securities[who] = held.Release(Deadline, RefundGround.LotFailed);
                }
                Enter("failed");
                return;
            }
            lot.Take((Open open) => open.BeginOpening(Deadline, 1)).ShouldBeOfType<Result<BeingOpened>.Done>();
            foreach (var bid in there)
            {
                var who = (int)bid.Id;
                opened[who] = Opens(invented.Fates[who], evidence[who]);
                Move(bid, opened[who]!);
                Enter($"opened {who}");
            }
            lot.Take((BeingOpened being) => being.End(Deadline.AddHours(1))).ShouldBeOfType<Result<Opened>.Done>();
        }

        /// <summary>What can come to a bid, by the steps that its stage has and no others.</summary>
        private static OpeningBidStage Opens(Fate fate, BidEvidence evidence)
        {
            OpeningBidStage stage = StillSealed.Of(Deadline);
            var until = Deadline.AddMinutes(30);
            if (fate.WrongKeyFirst)
                stage = ((StillSealed)stage).Fail("口令不对");
            if (fate.FaultRecorded || fate.Damaged)
            {
                var recorded = ((StillSealed)stage).RecordFault(Deadline.AddMinutes(1), "主持人", "示例", evidence);
                // Damaged bytes are a fault that the department sees too.
                stage =
                    fate.Confirmed || fate.Damaged
                        ? recorded.Confirm(Deadline.AddMinutes(2), "监督", "示例")
                        : recorded.Reject(Deadline.AddMinutes(2), "示例");
            }
            // The bidder's key opens it as long as it is sealed and whole; then the custodians; what is left is decided by the receipt.
            return stage switch
            {
                NotYetOpened sealed_ when fate.RightKey && !fate.Damaged => sealed_.Open(Deadline.AddMinutes(5), Content),
                FaultConfirmed confirmed when fate.Recovered => confirmed.Recover(Deadline.AddMinutes(6), Content),
                FaultConfirmed confirmed => confirmed.Withdraw(until, "无法恢复"),
                StillSealed still => still.Revoke(until, evidence),
                _ => stage,
            };
        }

        private static void Move(Bid bid, OpeningBidStage to)
        {
            var moved = to switch
            {
                Decrypted d => bid.Take((BidReceived b) => b.Decrypt(d.At, Sheet, "p", d.Recovered)) is Result<BidDecrypted>.Done,
                DeemedRevoked r => bid.Take((BidReceived b) => b.Revoke(r.At, "示例")) is Result<BidRevoked>.Done,
                DeemedWithdrawn w => bid.Take((BidReceived b) => b.LeaveUnopened(w.At, w.Reason)) is Result<BidNotOpened>.Done,
                _ => false,
            };
            moved.ShouldBeTrue($"{to} is no end of a bid");
        }

        public void EveryBidIsOpenedOrExplained()
        {
            foreach (var bid in bids.OfType<Bid>())
            {
                var who = (int)bid.Id;
                switch (bid.Stage)
                {
                    case BidTakenBack back:
                        back.At.ShouldBeLessThan(Deadline);
                        opened[who].ShouldBeNull();
                        break;
                    case BidReceived:
                        lot.Stage.ShouldBeOfType<Failed>("A bid stays sealed only where nothing is opened.");
                        break;
                    case BidDecrypted decrypted:
                        opened[who].ShouldBeOfType<Decrypted>().Recovered.ShouldBe(decrypted.ByCustodians);
                        break;
                    case BidRevoked:
                        opened[who]
                            .ShouldBeOfType<DeemedRevoked>()
                            .Evidence.BytesAsReceived.ShouldBeTrue("Nobody is blamed for bytes that the house has damaged.");
                        break;
                    case BidNotOpened:
                        opened[who].ShouldBeOfType<DeemedWithdrawn>();
                        break;
                }
            }
        }

        // ---- the money ----

        public void IsSettled()
        {
            for (var who = 0; who < 8; who++)
            {
                var at = Deadline.AddDays(20);
                if (securities[who] is Held held && opened[who] is DeemedRevoked && invented.Ends[who] != 0)
                    securities[who] = held.Forfeit(at, ForfeitGround.RevokedAfterDeadline, "决定〔2026〕1号");
                if (securities[who] is Held won && who == invented.Winner && invented.Ends[who] == 1)
                    securities[who] = won.Convert(at, "HT-1");
                if (securities[who] is Held rest && lot.Stage is Opened && invented.Ends[who] != 3)
                    securities[who] = rest.Release(at, RefundGround.Contract);
                if (securities[who] is RefundDue due && invented.Ends[who] > 0)
                    securities[who] = due.Order(at, who, 0);
                if (securities[who] is RefundOrdered ordered && invented.Ends[who] > 1)
                    securities[who] = ordered.Pay(at.AddDays(1), "P");
                Enter($"settled {who} {securities[who].GetType().Name}");
            }
        }

        public void TheMoneyAddsUp()
        {
            var refunded = securities.OfType<Refunded>().Sum(s => s.Receipt.Amount);
            var converted = securities.OfType<Converted>().Sum(s => s.Receipt.Amount);
            var forfeited = securities.OfType<Forfeited>().Sum(s => s.Receipt.Amount);
            var held =
                securities.OfType<HeldMoney>().Sum(s => s.Receipt.Amount) + securities.OfType<RefundOrdered>().Sum(s => s.Receipt.Amount);
            (refunded + converted + forfeited + held).ShouldBe(invented.Paid.Sum());
            for (var who = 0; who < 8; who++)
            {
                if (securities[who] is Forfeited)
                    opened[who].ShouldBeOfType<DeemedRevoked>("Kept only from whom the law says.");
            }
        }

        // ---- the log ----

        public void TheLogIsOne()
        {
            var tree = new TileTree(tiles, entries.Count);
            foreach (var (size, root) in checkpoints.Where((_, i) => i % 5 == 0))
            {
                Now(tree.Root(size)).ShouldBe(root, "What was signed then is still the beginning.");
                var (last, now) = checkpoints[^1];
                MerkleProof.IsConsistent(size, root, last, now, Now(tree.ConsistencyProof(size, last))).ShouldBeTrue();
            }
            for (var place = 0; place < entries.Count; place += 7)
                MerkleProof
                    .IsIncluded(
                        MerkleHash.Leaf(entries[place]),
                        place,
                        entries.Count,
                        Now(tree.InclusionProof(place, entries.Count)),
                        checkpoints[^1].Root
                    )
                    .ShouldBeTrue();
        }

        private void Enter(string what)
        {
            entries.Add(Encoding.UTF8.GetBytes(what));
            var tree = new TileTree(tiles, entries.Count - 1);
            tree.Append([MerkleHash.Leaf(entries[^1])]).IsCompletedSuccessfully.ShouldBeTrue();
            checkpoints.Add((tree.Size, Now(tree.Root(tree.Size))));
        }

        private static T Now<T>(Task<T> task)
        {
            task.IsCompletedSuccessfully.ShouldBeTrue("Tiles in memory are there at once.");
            return task.Result;
        }

        private static Held Paid(long amount) =>
            SecurityStage.Begin(Deadline.AddDays(-5)).Receive(Deadline.AddDays(-4), new Receipt(1, "S", amount, Deadline.AddDays(-4), 1));

        private static Registration Admitted(int who) =>
            new()
            {
                Id = who,
                LotId = 1,
                TenderId = 1,
                Division = "330421",
                Bidder = who,
                BidderName = "示例",
                By = 0,
                RegisteredAt = Deadline.AddDays(-10),
                Statement = "示例",
                Papers = [],
                Members = [],
                Stage = new Registered(Deadline.AddDays(-10)).Accept(Deadline.AddDays(-9), "示例"),
            };

        private static OpeningSheet Sheet => new(1_00, "壹元整", 1, "合格", "示例", "");
        private static OpenedBid Content => new(1_00, "壹元整", 1_00, 1, "合格", "示例", "", "p", 0, []);
    }

    private sealed class Tiles : ITileStore
    {
        private readonly Dictionary<(int, long), LogTile> kept = [];

        public ValueTask<LogTile?> Get(int level, long index, CancellationToken ct) =>
            ValueTask.FromResult(kept.GetValueOrDefault((level, index)));

        public ValueTask Put(LogTile tile, CancellationToken ct)
        {
            kept[(tile.Level, tile.Index)] = tile;
            return ValueTask.CompletedTask;
        }
    }
}
