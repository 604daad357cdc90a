namespace CountyHall.Kernel.Files;

/// <summary>A file that the hall keeps: what a record remembers of it. The hash finds its bytes.</summary>
/// <param name="Hash">SHA-256 of the content, 64 lowercase hexadecimal digits.</param>
/// <param name="ContentType">As the bytes say, not as the sender said.</param>
/// <param name="Name">The sender's name for it, made safe to show.</param>
public sealed record StoredFile(string Hash, long Length, string ContentType, string Name);
