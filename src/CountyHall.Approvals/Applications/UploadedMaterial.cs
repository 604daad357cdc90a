using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Applications;

/// <summary>先行上传的材料: a file that another system sent ahead of an application. Only that system can put it into one.</summary>
/// <remarks>Like a draft it is nobody's business but the sender's: no fact tells of it until it is submitted.</remarks>
public sealed class UploadedMaterial
{
    public required long Id { get; init; }

    /// <summary>Id of the system.</summary>
    public required long System { get; init; }

    /// <summary>SHA-256, by which the application names it.</summary>
    public required string Hash { get; init; }
    public required StoredFile File { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<UploadedMaterial>
    {
        public void Configure(EntityTypeBuilder<UploadedMaterial> table)
        {
            table.ToTable("uploaded_materials").HasKey(u => u.Id);
            table.Property(u => u.Id).ValueGeneratedNever();
            table.Property(u => u.Hash).HasMaxLength(64);
            table.Property(u => u.File).HasConversion(Columns.Json<StoredFile>(), Columns.ByText<StoredFile>());
            table.HasIndex(u => new { u.System, u.Hash }).IsUnique();
        }
    }
}
