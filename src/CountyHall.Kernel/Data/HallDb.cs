using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CountyHall.Kernel.Data;

/// <summary>The one database context of the house. Modules add their aggregates; the Kernel keeps people, facts, jobs and the public log.</summary>
public sealed class HallDb(DbContextOptions<HallDb> options) : IdentityUserContext<HallUser, long>(options), IDataProtectionKeyContext
{
    private readonly List<FreshRow> fresh = [];
    private readonly List<Func<Task>> ends = [];
    private readonly List<Fact> saved = [];
    private readonly RunAtHand run = new();

    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Version 3 of the identity schema holds passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<IdentityUserClaim<long>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<long>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<long>>().ToTable("user_tokens");
        builder.Entity<IdentityUserPasskey<long>>().ToTable("user_passkeys");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        builder.ApplyConfigurationsFromAssembly(typeof(HallDb).Assembly);
        foreach (var module in Modules.Assemblies)
            builder.ApplyConfigurationsFromAssembly(module);
    }

    private HallModules Modules =>
        this.GetService<IDbContextOptions>().FindExtension<HallModules>()
        ?? throw new InvalidOperationException("No modules were named: UseModules.");

    /// <summary>Only the library that keeps the keys of cookies saves synchronously; everything of ours goes through the one writer.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("The house saves asynchronously, through the one writer.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!madeReady)
        {
            if (ends.Count > 0)
                throw new InvalidOperationException(
                    "Something is asked for the end of this unit of work, and only the writer knows when that is."
                );
            MakeReady();
        }
        AddRange(TakeFresh().Select(row => row.Row));
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Statements kept by the writer, on its own context only.</summary>
    internal KeptStatements? Kept { get; set; }

    /// <summary>Numbers that the transaction under way has taken, where they are written at its end.</summary>
    internal NumbersAtHand? Numbers { get; set; }

    /// <summary>Whether the runs of the log are put in at the end of the transaction, all at once, by whoever commits it.</summary>
    internal bool RunsComeLast { get; set; }

    /// <summary>Puts in a new row that nothing else in this unit of work reads or changes, past the tracking of changes.</summary>
    public void Append(object row) => fresh.Add(new FreshRow(row, RowShape.Of(Model.FindEntityType(row.GetType())!)));

    /// <summary>The rows that wait to be put in.</summary>
    internal IReadOnlyList<FreshRow> Fresh => fresh;

    /// <summary>Runs at the end of this unit of work, in its transaction, when all that the unit did is in the database: what must tell of the whole of it.</summary>
    /// <remarks>Forgotten with a unit that is refused. Whoever asks for it saves through the writer.</remarks>
    public void AtTheEnd(Func<Task> work) => ends.Add(work);

    /// <summary>Runs what was asked for the end. Answers whether there was anything.</summary>
    internal async Task<bool> RunEnds()
    {
        if (ends.Count == 0)
            return false;
        List<Func<Task>> asked = [.. ends];
        ends.Clear();
        foreach (var work in asked)
            await work();
        return true;
    }

    /// <summary>A transaction begins: its facts are a run of their own.</summary>
    internal void BeginRun() => run.Close();

    /// <summary>The facts that this unit of work has saved.</summary>
    internal IReadOnlyList<Fact> Saved => saved;

    internal List<FreshRow> TakeFresh()
    {
        List<FreshRow> taken = [.. fresh];
        fresh.Clear();
        return taken;
    }

    /// <summary>Forgets everything that was read, changed or to be put in.</summary>
    internal void Forget()
    {
        ChangeTracker.Clear();
        fresh.Clear();
        ends.Clear();
        saved.Clear();
    }

    private bool madeReady;

    /// <summary>Saves what <see cref="MakeReady"/> has looked at already.</summary>
    internal async Task SaveMadeReady()
    {
        madeReady = true;
        try
        {
            await SaveChangesAsync();
        }
        finally
        {
            madeReady = false;
        }
    }

    /// <summary>Raises versions and seals the facts of what is about to be saved.</summary>
    internal void MakeReady()
    {
        ChangeTracker.DetectChanges();
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false; // done above, once
        RaiseVersions();
        SettleAccounts();
        RecordAccounts();
        Recording.SealFacts(this);
        EnterRuns();
        ChangeTracker.AutoDetectChangesEnabled = detects;
    }

    /// <summary>Tells the new facts with which run they enter the public log.</summary>
    private void EnterRuns()
    {
        List<Fact> facts = [.. fresh.Select(row => row.Row).OfType<Fact>()];
        foreach (var fact in facts)
            run.Take(fact);
        saved.AddRange(facts);
        if (RunsComeLast)
            return;
        AppendRuns(facts);
        run.Close();
    }

    /// <summary>Puts in the runs of facts that have been told theirs.</summary>
    internal void AppendRuns(IEnumerable<Fact> facts)
    {
        foreach (var whole in LogRun.Of(facts))
            Append(whole);
    }

    private void RaiseVersions()
    {
        foreach (EntityEntry<IVersioned> entry in ChangeTracker.Entries<IVersioned>())
        {
            // An index laid anew (the next turn of a clock) is no change of the record, and no fact tells of it.
            if (entry.State == EntityState.Modified && (entry.Entity is not IRecorded || RowDigest.TouchesRecorded(entry)))
                entry.Property(e => e.Version).CurrentValue++;
        }
    }

    /// <summary>The identity library marks every column of an account as changed; only what reads otherwise than before is.</summary>
    /// <remarks>So a counted failure is not told as a change of the account. The library always saves accounts that it read in this context.</remarks>
    private void SettleAccounts()
    {
        foreach (var entry in ChangeTracker.Entries<HallUser>().Where(e => e.State == EntityState.Modified))
        foreach (var column in entry.Properties.Where(p => p.IsModified))
            column.IsModified = !Equals(column.OriginalValue, column.CurrentValue);
    }

    /// <summary>The identity library saves accounts by itself; what it changed is a fact like any other.</summary>
    private void RecordAccounts()
    {
        foreach (var entry in ChangeTracker.Entries<HallUser>().ToList())
        {
            if (entry.State != EntityState.Added && !(entry.State == EntityState.Modified && RowDigest.TouchesRecorded(entry)))
                continue;
            if (fresh.Any(row => row.Row is Fact fact && ReferenceEquals(fact.Record, entry.Entity)))
                continue;
            var house = new Occasion(Actor.House, null, Modules.Time.Now(), Channel.Online, "sign-in");
            this.Record(entry.Entity, house, new AccountChanged(entry.Entity.UserName ?? ""));
        }
    }
}

/// <summary>Two officers at once: the later save is refused, because the version it read is no longer there.</summary>
public interface IVersioned
{
    int Version { get; }
}
