using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Codes;

/// <summary>What a code says, part by part.</summary>
/// <param name="Canonical">The code as the house prints it.</param>
/// <param name="Masked">The form that strangers may see; none where the code names no person.</param>
public sealed record CodeReport(string Canonical, string? Masked, IReadOnlyList<CodePart> Parts);

/// <summary>One part of a code and what it means.</summary>
public sealed record CodePart(Words Name, Words Value);
