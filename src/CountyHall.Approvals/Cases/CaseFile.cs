using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Files;

namespace CountyHall.Approvals.Cases;

/// <summary>What the applicant handed in. Immutable: a correction makes a new file and a fact that holds both versions.</summary>
public sealed record CaseFile
{
    /// <summary>情形: choice by question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = new Dictionary<string, FieldValue>();
    public IReadOnlyDictionary<string, Handed> Materials { get; init; } = new Dictionary<string, Handed>();
    public DeliveryWay Delivery { get; init; } = DeliveryWay.Counter;

    /// <summary>告知承诺: the applicant signed the letter of commitment of the guide.</summary>
    public bool Committed { get; init; }

    /// <summary>容缺承诺: the applicant promised to supply what may follow.</summary>
    public bool GapsPromised { get; init; }

    /// <summary>The materials that this applicant's situation asks for and that nobody holds yet.</summary>
    public IReadOnlyList<Material> Missing(ServiceGuide guide) =>
        [.. guide.Needed(Answers).Where(m => m.Form != MaterialForm.Form && !Materials.ContainsKey(m.Id))];
}

/// <summary>A value with where it came from.</summary>
/// <param name="Source">Office that supplied it; none where the applicant typed it.</param>
/// <param name="On">The day on which the source confirmed it.</param>
/// <param name="Contested">The applicant says that the source is wrong; the applicant's own value prevails (Zhejiang art. 7).</param>
public sealed record FieldValue(string Value, string? Source = null, DateOnly? On = null, bool Contested = false);

public enum HandedHow
{
    /// <summary>上传</summary>
    Uploaded,

    /// <summary>窗口收取、扫描</summary>
    AtCounter,

    /// <summary>免交: the house holds it.</summary>
    Held,

    /// <summary>免于提供: other evidence proves the fact (Zhejiang art. 9).</summary>
    Waived,
}

/// <param name="File">The stored file, where there is one.</param>
/// <param name="Evidence">For what is held or waived: which record or evidence.</param>
public sealed record Handed(HandedHow How, DateTime At, StoredFile? File = null, string? Evidence = null);

public enum DeliveryWay
{
    /// <summary>窗口领取</summary>
    Counter,

    /// <summary>电子送达</summary>
    Electronic,
}
