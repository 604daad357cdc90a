using CountyHall.Trading.Securities;
using CsCheck;

namespace CountyHall.Trading.Rules.Securities;

/// <summary>Whatever happens to securities, in any order: nothing is lost, nothing appears.</summary>
[Trait("Rule", "TR-12.6")]
public class Any_history_of_securities
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly InterestTerms Terms = new([(new(2012, 7, 6), 35)], 360);

    private static readonly Gen<List<(int Step, int Who, long Amount)>> Histories = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, 7],
        Gen.Long[1, 800_000_00]
    ).List[1, 120];

    [Fact]
    public void What_came_in_is_refunded_converted_kept_or_still_there_to_the_fen() =>
        Histories.Sample(
            history =>
            {
                var floor = new Floor();
                foreach (var (step, who, amount) in history)
                {
                    floor.Do(step, who, amount);
                    floor.ShouldBalance();
                }
            },
            iter: 5_000
        );

    /// <summary>Eight bidders, their stages, and the ledger that follows them.</summary>
    private sealed class Floor
    {
        private readonly SecurityStage[] stages = [.. Enumerable.Range(0, 8).Select(_ => SecurityStage.Begin(Start))];
        private readonly List<(LedgerAccount, LedgerAccount, long)> postings = [];
        private readonly List<long> unmatched = [];
        private DateTime now = Start;
        private long bank;
        private long received;
        private long interestIn;
        private long refunded;
        private long interestOut;

        public void Do(int step, int who, long amount)
        {
            now = now.AddHours(5);
            var stage = stages[who];
            stages[who] = (step, stage) switch
            {
                (0 or 1, Awaited awaited) => Receive(awaited, amount),
                (2, Held held) => held.Release(now, (RefundGround)(amount % 5)),
                (3, RefundDue due) => Order(due),
                (4, RefundOrdered ordered) => Pay(ordered),
                (5, HeldMoney money) when amount % 3 == 0 => Convert(money),
                (6, HeldMoney money) when amount % 3 == 0 => Forfeit(money),
                (7, RefundDue due) when due.Ground == RefundGround.Withdrawn => due.Keep(now),
                (8, _) => Stray(stage, amount),
                (9, _) => Interest(stage, amount),
                _ => stage,
            };
        }

        public void ShouldBalance()
        {
            var balance = Ledger.Balances(postings);
            balance.Values.Sum().ShouldBe(0);
            balance[LedgerAccount.Bank].ShouldBe(bank);
            var held = stages.OfType<HeldMoney>().Sum(s => s.Receipt.Amount);
            var under = stages.OfType<RefundOrdered>().Sum(s => s.Receipt.Amount + s.Interest);
            var converted = stages.OfType<Converted>().Sum(s => s.Receipt.Amount);
            var forfeited = stages.OfType<Forfeited>().Sum(s => s.Receipt.Amount);
            var ordered = stages.OfType<RefundOrdered>().Sum(s => s.Receipt.Amount);
            received.ShouldBe(refunded + converted + forfeited + held + ordered);
            (-balance[LedgerAccount.Held]).ShouldBe(held);
            (-balance[LedgerAccount.Converted]).ShouldBe(converted);
            (-balance[LedgerAccount.Forfeited]).ShouldBe(forfeited);
            (-balance[LedgerAccount.RefundInTransit]).ShouldBe(under);
            (-balance[LedgerAccount.Unmatched]).ShouldBe(unmatched.Sum());
            var owed = stages.OfType<RefundOrdered>().Sum(s => s.Interest) + interestOut;
            (-balance[LedgerAccount.InterestPayable]).ShouldBe(interestIn - owed);
            bank.ShouldBe(received + interestIn + unmatched.Sum() - refunded - interestOut);
        }

        private void Post(PostingKind kind, long amount)
        {
            var (debit, credit) = Posting.AccountsOf(kind);
            postings.Add((debit, credit, amount));
        }

        private Held Receive(Awaited awaited, long amount)
        {
            (bank, received) = (bank + amount, received + amount);
            Post(PostingKind.Received, amount);
            return awaited.Receive(now, new Receipt(1, "S", amount, now, 1));
        }

        private RefundOrdered Order(RefundDue due)
        {
            var interest = Terms.On(due.Receipt.Amount, DateOnly.FromDateTime(due.Receipt.ArrivedAt), DateOnly.FromDateTime(now));
            Post(PostingKind.RefundOrdered, due.Receipt.Amount);
            Post(PostingKind.InterestOrdered, interest);
            return due.Order(now, 1, interest);
        }

        private Refunded Pay(RefundOrdered ordered)
        {
            var total = ordered.Receipt.Amount + ordered.Interest;
            (bank, refunded, interestOut) = (bank - total, refunded + ordered.Receipt.Amount, interestOut + ordered.Interest);
            Post(PostingKind.PaidOut, total);
            return ordered.Pay(now, "P");
        }

        private Converted Convert(HeldMoney money)
        {
            Post(PostingKind.Converted, money.Receipt.Amount);
            return money.Convert(now, "C");
        }

        private Forfeited Forfeit(HeldMoney money)
        {
            Post(PostingKind.Forfeited, money.Receipt.Amount);
            return money.Forfeit(now, ForfeitGround.NoContract, "D");
        }

        // A payment that matches nothing comes, or the oldest such goes back.
        private SecurityStage Stray(SecurityStage stage, long amount)
        {
            if (unmatched.Count == 0 || amount % 2 == 0)
            {
                bank += amount;
                unmatched.Add(amount);
                Post(PostingKind.ReceivedUnmatched, amount);
            }
            else
            {
                var back = unmatched[0];
                unmatched.RemoveAt(0);
                bank -= back;
                Post(PostingKind.ReturnOrdered, back);
                Post(PostingKind.PaidOut, back);
            }
            return stage;
        }

        private SecurityStage Interest(SecurityStage stage, long amount)
        {
            (bank, interestIn) = (bank + amount, interestIn + amount);
            Post(PostingKind.InterestFromBank, amount);
            return stage;
        }
    }
}
