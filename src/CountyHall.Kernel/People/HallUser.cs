using CountyHall.Kernel.Journal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.People;

/// <summary>账户: a way to sign in, as a citizen (<see cref="PersonId"/>) or in a post (<see cref="StaffId"/>).</summary>
/// <remarks>The counters of the sign-in change without a fact; password, stamp and links do not.</remarks>
public sealed class HallUser : IdentityUser<long>, IRecorded
{
    public long? PersonId { get; set; }
    public long? StaffId { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<HallUser>
    {
        public void Configure(EntityTypeBuilder<HallUser> table)
        {
            table.ToTable("users");
            table.Property(u => u.Id).ValueGeneratedNever();
            table.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Staff>().WithMany().HasForeignKey(u => u.StaffId).OnDelete(DeleteBehavior.Restrict);
            foreach (var counter in (string[])[nameof(AccessFailedCount), nameof(LockoutEnd), nameof(ConcurrencyStamp)])
                table.Property(counter).HasAnnotation(RowDigest.Unrecorded, true);
        }
    }
}

/// <summary>An account was made, or its password, stamp or links changed.</summary>
public sealed record AccountChanged(string UserName);
