using System.Text.Json;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Print;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Licences;

/// <summary>电子证照: a licence as data. Paper and PDF are printed from it; what counts is this record.</summary>
/// <remarks>Online-services rules art. 10: an e-licence is worth the paper one.</remarks>
public sealed class Licence : IRecorded, IVersioned
{
    public required long Id { get; init; }

    /// <summary>区划代码 of the county that issued it.</summary>
    public required string Division { get; init; }

    /// <summary>Key of its type.</summary>
    public required string Type { get; init; }

    /// <summary>发证机关: key of the office.</summary>
    public required string Office { get; init; }

    /// <summary>持证人: party id.</summary>
    public required long Holder { get; init; }

    /// <summary>The item and the case whose result it first was.</summary>
    public required string Item { get; init; }
    public required CaseNumber Case { get; init; }

    /// <summary>证照标识 of the newest version (GB/T 36904).</summary>
    public required string Identifier { get; set; }
    public required string Number { get; init; }
    public required string TitleZh { get; init; }
    public required string TitleEn { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>有效期至 of the newest version; none without end.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>What is printed on the newest version.</summary>
    public required Paper Printed { get; set; }
    public required LicenceState State { get; set; }

    /// <summary>Whether some act has ended it; copied out of <see cref="State"/> for lists. That it ran out is not stored.</summary>
    public bool Ended
    {
        get => State is not InForce;
        private set { }
    }
    public int Version { get; private set; }

    public Words Title => new(TitleZh, TitleEn);

    /// <summary>What it is worth on a day.</summary>
    public Standing On(DateOnly day) => State.On(day, ValidUntil);

    /// <summary>Lets an act happen, if the licence is in a state that has it.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> act)
        where TFrom : LicenceState
        where TTo : LicenceState
    {
        if (State is not TFrom from)
            return new WrongLicenceState(Number, State);
        var to = act(from);
        State = to;
        return to;
    }

    /// <summary>The next version of the same licence: the serial stays, the version goes up (AP-10.4).</summary>
    internal void NextVersion(Func<Paper, string, Paper> print)
    {
        if (ELicenceId.Parse(Identifier).Then<ELicenceId>(id => id.NextVersion()) is not Result<ELicenceId>.Done(var next))
            throw new InvalidOperationException($"The identifier {Identifier} has no next version.");
        Identifier = next.ToString();
        Printed = print(Printed, Identifier);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Licence>
    {
        public void Configure(EntityTypeBuilder<Licence> table)
        {
            table.ToTable("licences").HasKey(l => l.Id);
            table.Property(l => l.Id).ValueGeneratedNever();
            table.Property(l => l.Division).HasMaxLength(12);
            table.Property(l => l.Type).HasMaxLength(80);
            table.Property(l => l.Office).HasMaxLength(40);
            table.Property(l => l.Item).HasMaxLength(80);
            table.Property(l => l.Case).AsCaseNumber();
            table.Property(l => l.Identifier).HasMaxLength(110);
            table.Property(l => l.Number).HasMaxLength(60);
            table.Ignore(l => l.Title);
            table.HasOne<Party>().WithMany().HasForeignKey(l => l.Holder).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(l => l.Identifier).IsUnique();
            table.HasIndex(l => l.Number);
            table.HasIndex(l => l.Case);
            table.HasIndex(l => new { l.Holder, l.Id });
            table.HasIndex(l => new
            {
                l.Division,
                l.Office,
                l.Id,
            });
            table.Property(l => l.Version).IsConcurrencyToken();
            table.Property(l => l.Printed).HasConversion(Columns.Json<Paper>(), Columns.ByReference<Paper>());
            table
                .Property(l => l.State)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<LicenceState>(json, Recording.Json)!,
                    Columns.ByReference<LicenceState>()
                );
        }
    }
}
