using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Hall.Systems;

/// <summary>A nonce that a system has used: the same signed request is not heard twice, on whichever node it arrives.</summary>
/// <remarks>It is worth keeping only as long as its signature would be heard; no fact tells of it.</remarks>
public sealed class HeardNonce
{
    public required long Id { get; init; }

    /// <summary>Id of the system.</summary>
    public required long System { get; init; }
    public required string Nonce { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<HeardNonce>
    {
        public void Configure(EntityTypeBuilder<HeardNonce> table)
        {
            table.ToTable("heard_nonces").HasKey(n => n.Id);
            table.Property(n => n.Id).ValueGeneratedNever();
            table.Property(n => n.Nonce).HasMaxLength(64);
            table.HasOne<ConnectedSystem>().WithMany().HasForeignKey(n => n.System).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(n => new { n.System, n.Nonce }).IsUnique();
            table.HasIndex(n => n.At);
        }
    }
}
