using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CountyHall.Kernel.Data;

/// <summary>Instants are kept without their zone, and all of them are UTC.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
