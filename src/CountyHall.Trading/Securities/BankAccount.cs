using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Securities;

/// <summary>银行账户: an account of a firm. Its number is kept sealed and found by a keyed hash.</summary>
public sealed class BankAccount : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Whose it is: party id of the firm.</summary>
    public required long Holder { get; init; }
    public required string Bank { get; init; }
    public required string NumberSealed { get; init; }
    public required string NumberHash { get; init; }

    /// <summary>基本存款账户: a firm has one at a time; only from it may a security come.</summary>
    public required bool Basic { get; init; }

    /// <summary>First day on which it is what it is said to be.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, once another account took its place.</summary>
    public DateOnly? To { get; set; }

    public bool IsInForce(DateOnly day) => From <= day && !(To < day);

    /// <summary>How an account number is searched for; blanks do not count.</summary>
    public static string HashOf(Vault vault, string number) => vault.KeyedHash("bank-account", Bare(number));

    /// <summary>The digits alone.</summary>
    public static string Bare(string number) => string.Concat(number.Where(c => !char.IsWhiteSpace(c) && c != '-'));

    /// <summary>Of a number only its last four digits are shown to whoever need not know it.</summary>
    public static string Masked(string number) => number.Length <= 4 ? "****" : $"**** {number[^4..]}";

    internal sealed class Mapping : IEntityTypeConfiguration<BankAccount>
    {
        public void Configure(EntityTypeBuilder<BankAccount> table)
        {
            table.ToTable("bank_accounts").HasKey(a => a.Id);
            table.Property(a => a.Id).ValueGeneratedNever();
            table.Property(a => a.Division).HasMaxLength(12);
            table.Property(a => a.Bank).HasMaxLength(200);
            table.Property(a => a.NumberHash).HasMaxLength(60);
            table.HasIndex(a => a.NumberHash);
            table.HasIndex(a => new { a.Holder, a.Id });
            table.HasOne<Party>().WithMany().HasForeignKey(a => a.Holder).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
