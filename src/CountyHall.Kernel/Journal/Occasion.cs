using CountyHall.Kernel.People;

namespace CountyHall.Kernel.Journal;

/// <summary>Who does something, where, through which channel and when: what every fact carries.</summary>
/// <param name="Key">Idempotency key of the command: the same key gives the first answer again and does nothing twice.</param>
/// <param name="At">Now (UTC, milliseconds), read once for the whole command.</param>
/// <param name="Place">Window, office, or "online".</param>
public sealed record Occasion(Actor By, string? Key, DateTime At, Channel Channel, string Place)
{
    /// <summary>The key as stored: one person's keys never meet another's.</summary>
    public string? StoredKey => Key is null ? null : $"{By.Id}:{Key}";
}
