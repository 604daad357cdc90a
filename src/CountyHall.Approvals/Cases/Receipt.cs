using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>收件: what somebody handed in for one item, before it has a number.</summary>
internal sealed record Receipt(ItemVersion Version, long Applicant, string ApplicantName, long? Representative, CaseFile File)
{
    /// <summary>Opens the case: received, pinned to this version, with the five days for the notice running. It takes its number last.</summary>
    public Case Open(Occasion on) =>
        new()
        {
            Id = Ids.Next(on.At),
            Number = default,
            Division = Version.Division,
            Item = Version.Item,
            ItemVersion = Version.Version,
            Applicant = Applicant,
            ApplicantName = ApplicantName,
            Representative = Representative,
            Channel = on.Channel,
            ReceivedPlace = on.Place,
            ReceivedAt = on.At,
            File = File,
            Stage = Received.On(on.At, ReviewLimits.Of(Version.Guide, File.Answers)),
        };
}

public sealed record ItemNotInForce(string Item)
    : Refusal(
        ($"没有正在施行的事项“{Item}”。", $"No item “{Item}” is in force."),
        ("请在事项列表里重新查找。", "Look for it again in the list of services.")
    );
