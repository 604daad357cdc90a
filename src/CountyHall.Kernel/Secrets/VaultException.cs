namespace CountyHall.Kernel.Secrets;

/// <summary>The vault cannot be opened, or cannot open what it was given: a fault of the installation, not of the person who asked.</summary>
public sealed class VaultException(string message, Exception? cause = null) : Exception(message, cause);
