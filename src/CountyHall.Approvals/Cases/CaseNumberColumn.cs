using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Cases;

internal static class CaseNumberColumn
{
    private const int Length = 22;

    /// <summary>A case number as text. One that was never set is no text; its default could not be written into a compiled model.</summary>
    public static PropertyBuilder<CaseNumber> AsCaseNumber(this PropertyBuilder<CaseNumber> column) =>
        column.HasConversion(n => n.Value, v => new CaseNumber(v)).HasSentinel(new CaseNumber("")).HasMaxLength(Length);

    /// <inheritdoc cref="AsCaseNumber(PropertyBuilder{CaseNumber})"/>
    public static PropertyBuilder<CaseNumber?> AsCaseNumber(this PropertyBuilder<CaseNumber?> column) =>
        column.HasConversion(n => n!.Value.Value, v => new CaseNumber(v)).HasMaxLength(Length);
}
