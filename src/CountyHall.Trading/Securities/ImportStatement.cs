using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>导入对账单: the bank's lines are booked, matched with sub-accounts and orders, and the day is compared with the bank.</summary>
/// <param name="Content">The file as <see cref="StatementFile"/> describes it.</param>
public sealed record ImportStatement(string Content);

/// <param name="Known">Lines that an earlier file brought already.</param>
/// <param name="Waiting">Lines that wait for the accountant.</param>
[Quiet]
public sealed record StatementImported(DateOnly Day, int Booked, int Known, int Waiting, Discrepancy Cause);

/// <summary>A line was booked; where it waits, why.</summary>
[Quiet]
public sealed record LineTaken(Flow Flow, long Amount, Mismatch? Why);

/// <summary>The money of a bidder arrived as it should.</summary>
[Quiet]
public sealed record SecurityArrived(string Serial, long Amount, DateTime At);

/// <summary>The bank has paid a refund.</summary>
[Quiet]
public sealed record RefundPaid(string Order, string Serial, DateTime At);

/// <summary>The bank's statement shows the payment.</summary>
[Quiet]
public sealed record OrderConfirmed(string Serial, DateTime At);

/// <summary>What did not match went back.</summary>
[Quiet]
public sealed record PaymentReturned(string Order, string Serial);

/// <summary>TR-12.1, TR-12.2, TR-12.6. The same file changes nothing the second time; a wrong file changes nothing at all.</summary>
public sealed class ImportStatementHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<StatementImported>> Handle(ImportStatement ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<StatementImported>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                var read = StatementFile.Read(ask.Content);
                if (read is not Result<StatementFile>.Done(var file))
                    return ((Result<StatementFile>.Refused)read).Why;
                return await Take(db, file, Hash(ask.Content), on);
            },
            ct
        );

    private static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private async Task<Result<StatementImported>> Take(HallDb db, StatementFile file, string hash, Occasion on)
    {
        var division = on.By.Division;
        if (await db.BankStatements.FirstOrDefaultAsync(s => s.Division == division && s.FileHash == hash) is { } same)
            return new StatementImportedAlready(same.ImportedAt);
        var account = BankAccount.HashOf(vault, file.Account);
        var first = await db.BankStatements.Where(s => s.Division == division).OrderBy(s => s.Day).FirstOrDefaultAsync();
        if (first is not null && first.AccountHash != account)
            return new AnotherBankAccount();
        var serials = file.Lines.Select(l => l.Serial).ToList();
        var known = await db
            .StatementLines.AsNoTracking()
            .Where(l => l.Division == division && serials.Contains(l.Serial))
            .ToDictionaryAsync(l => l.Serial);
        var altered = file.Lines.Where(l => known.TryGetValue(l.Serial, out var before) && !IsSame(l, before)).ToList();
        if (altered.Count > 0)
            return new StatementFileWrong([
                .. altered.Select(l => new Words(
                    $"第 {l.Row} 行：流水号 {l.Serial} 已入账，内容不同",
                    $"Row {l.Row}: serial {l.Serial} was booked before with another content"
                )),
            ]);

        var statement = new BankStatement
        {
            Id = Ids.Next(on.At),
            Division = division,
            FileHash = hash,
            AccountHash = account,
            Day = file.Day,
            Opening = file.Opening,
            Closing = file.Closing,
            Lines = file.Lines.Count,
            ImportedAt = on.At,
        };
        db.Add(statement);
        var (waiting, flow) = (0, 0L);
        foreach (var line in file.Lines.Where(l => !known.ContainsKey(l.Serial)))
        {
            if (await Book(db, line, statement, on) is not null)
                waiting++;
            flow += line.Flow == Flow.Out ? -line.Amount : line.Amount;
        }
        var cause = await Compare(db, statement, file.Flow, flow, on);
        return db.Record(statement, on, new StatementImported(file.Day, file.Lines.Count - known.Count, known.Count, waiting, cause));
    }

    private bool IsSame(FileLine line, StatementLine before) =>
        line.BookedAt == before.BookedAt
        && line.Flow == before.Flow
        && line.Amount == before.Amount
        && line.SubAccount == (before.SubAccount ?? "")
        && (line.Account.Length == 0 ? null : BankAccount.HashOf(vault, line.Account)) == before.AccountHash;

    /// <summary>Books one line. Answers why it waits, if it does.</summary>
    private async Task<Mismatch?> Book(HallDb db, FileLine line, BankStatement statement, Occasion on)
    {
        var hash = line.Account.Length == 0 ? null : BankAccount.HashOf(vault, line.Account);
        var id = Ids.Next(on.At);
        Mismatch? why = null;
        long? security = null;
        switch (line.Flow)
        {
            case Flow.Interest:
                db.Post(on, statement.Division, statement.Day, PostingKind.InterestFromBank, line.Amount, line: id);
                break;
            case Flow.In:
                var (expected, found) = await Matching.Look(db, line.SubAccount, hash);
                why = Matching.Check(expected, line.BookedAt, line.Amount, line.Name);
                if (why is null)
                {
                    var from = expected!.Payer.First(a => a.Holder == expected.Bidder && a.Basic);
                    Receive(db, found!, new Receipt(id, line.Serial, line.Amount, line.BookedAt, from.Id), on);
                    security = found!.Id;
                    db.Post(on, statement.Division, statement.Day, PostingKind.Received, line.Amount, security, id);
                    await TradeRegister.Moved(db, found, MovementKind.Receipt, line.Amount, statement.Day, on);
                }
                else
                    db.Post(on, statement.Division, statement.Day, PostingKind.ReceivedUnmatched, line.Amount, line: id);
                break;
            case Flow.Out:
                why = await PayOut(db, line, hash, id, statement, on);
                break;
        }
        var booked = new StatementLine
        {
            Id = id,
            Division = statement.Division,
            Statement = statement.Id,
            Serial = line.Serial,
            BookedAt = line.BookedAt,
            Flow = line.Flow,
            Amount = line.Amount,
            SubAccount = line.SubAccount.Length == 0 ? null : line.SubAccount,
            NameSealed = line.Name.Length == 0 ? null : vault.Seal(line.Name),
            AccountSealed = line.Account.Length == 0 ? null : vault.Seal(line.Account),
            AccountHash = hash,
            Remark = line.Remark.Length == 0 ? null : line.Remark,
            Security = security,
            Stage = why is { } reason ? LineStage.Wait(on.At, reason) : LineStage.Book(on.At),
        };
        db.Add(booked);
        db.Record(booked, on, new LineTaken(line.Flow, line.Amount, why), occurredAt: line.BookedAt, answer: false);
        return why;
    }

    internal static void Receive(HallDb db, BidSecurity security, Receipt receipt, Occasion on)
    {
        security.Stage = ((Awaited)security.Stage).Receive(on.At, receipt);
        db.Record(
            security,
            on,
            new SecurityArrived(receipt.Serial, receipt.Amount, receipt.ArrivedAt),
            occurredAt: receipt.ArrivedAt,
            answer: false
        );
    }

    /// <summary>A payment confirms the order whose number it repeats, if it went where the order said.</summary>
    private static async Task<Mismatch?> PayOut(HallDb db, FileLine line, string? hash, long id, BankStatement statement, Occasion on)
    {
        var number = line.Remark.Trim();
        var order = await db.PaymentOrders.FirstOrDefaultAsync(o => o.Number == number && o.Division == statement.Division);
        if (order is null || order.Stage is not OrderSent sent)
        {
            db.Post(on, statement.Division, statement.Day, PostingKind.PaidOutUnknown, line.Amount, line: id);
            return Mismatch.UnknownPayment;
        }
        // The bank's clock has no milliseconds.
        if (order.Total != line.Amount || order.AccountHash != hash || line.BookedAt.AddSeconds(1) <= sent.At)
        {
            db.Post(on, statement.Division, statement.Day, PostingKind.PaidOutUnknown, line.Amount, line: id, order: order.Id);
            return Mismatch.NotAsOrdered;
        }
        db.Post(on, statement.Division, statement.Day, PostingKind.PaidOut, line.Amount, order.Security, id, order.Id);
        order.Stage = sent.Pay(line.BookedAt, line.Serial);
        db.Record(order, on, new OrderConfirmed(line.Serial, line.BookedAt), occurredAt: line.BookedAt, answer: false);
        if (order.Security is { } whose)
        {
            var security = await db.BidSecurities.FirstAsync(s => s.Id == whose);
            security.Stage = ((RefundOrdered)security.Stage).Pay(Later(line.BookedAt, security.Stage.At), line.Serial);
            db.Record(security, on, new RefundPaid(order.Number, line.Serial, line.BookedAt), occurredAt: line.BookedAt, answer: false);
            await TradeRegister.Moved(db, security, MovementKind.Refund, order.Principal, statement.Day, on);
        }
        else
        {
            var returned = await db.StatementLines.FirstAsync(l => l.Id == order.Line);
            returned.Stage = ((LineReturning)returned.Stage).Pay(line.BookedAt, line.Serial);
            db.Record(returned, on, new PaymentReturned(order.Number, line.Serial), occurredAt: line.BookedAt, answer: false);
        }
        return null;
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    /// <summary>Compares the day with the bank, and every later day that was compared before this file came.</summary>
    /// <param name="inFile">What all lines of the file change.</param>
    /// <param name="fresh">What its new lines change.</param>
    private static async Task<Discrepancy> Compare(HallDb db, BankStatement statement, long inFile, long fresh, Occasion on)
    {
        var (division, day) = (statement.Division, statement.Day);
        var before =
            await db
                .Reconciliations.Where(r => r.Division == division && r.Day < day)
                .OrderByDescending(r => r.Day)
                .ThenByDescending(r => r.Id)
                .Select(r => (long?)r.Ledger)
                .FirstOrDefaultAsync()
            ?? 0;
        var sameDay = db.Postings.Where(p => p.Division == division && p.Day == day);
        var booked =
            (await sameDay.Where(p => p.Debit == LedgerAccount.Bank).SumAsync(p => (long?)p.Amount) ?? 0)
            - (await sameDay.Where(p => p.Credit == LedgerAccount.Bank).SumAsync(p => (long?)p.Amount) ?? 0);
        var ledger = before + booked + fresh;
        var cause = Reconciliation.Compare(before, ledger, statement.Opening, statement.Closing, inFile);
        Add(day, statement.Id, ledger, statement.Closing, cause);

        var later = await db
            .Reconciliations.AsNoTracking()
            .Where(r => r.Division == division && r.Day > day)
            .OrderBy(r => r.Day)
            .ThenBy(r => r.Id)
            .ToListAsync();
        foreach (var last in later.GroupBy(r => r.Day).Select(g => g.Last()))
        {
            var other = await db.BankStatements.AsNoTracking().FirstAsync(s => s.Id == last.Statement);
            var now = last.Ledger + fresh;
            var why =
                last.Cause == Discrepancy.LinesDoNotAddUp
                    ? last.Cause
                    : Reconciliation.Compare(ledger, now, other.Opening, other.Closing, other.Closing - other.Opening);
            Add(last.Day, other.Id, now, other.Closing, why);
            ledger = now;
        }
        return cause;

        void Add(DateOnly of, long file, long inLedger, long inBank, Discrepancy named)
        {
            var compared = new Reconciliation
            {
                Id = Ids.Next(on.At),
                Division = division,
                Day = of,
                Statement = file,
                Ledger = inLedger,
                Bank = inBank,
                Cause = named,
                At = on.At,
            };
            db.Add(compared);
            db.Record(compared, on, new DayReconciled(of, inLedger, inBank, named), answer: false);
        }
    }
}
