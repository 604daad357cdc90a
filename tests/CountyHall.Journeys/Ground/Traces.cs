using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys;

/// <summary>Every row of every table, by its hash: what a refused command must leave as it was.</summary>
public static class Traces
{
    public static Task<Dictionary<string, string>> Everything(this Hall hall) =>
        hall.Read(async db =>
        {
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            var tables = new Dictionary<string, string>();
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                var rows = new List<string>();
                while (await reader.ReadAsync())
                {
                    var row = new StringBuilder();
                    for (var i = 0; i < reader.FieldCount; i++)
                        row.Append(
                                reader.GetValue(i) is byte[] bytes
                                    ? Convert.ToHexString(bytes)
                                    : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)
                            )
                            .Append('\u001f');
                    rows.Add(row.ToString());
                }
                rows.Sort(StringComparer.Ordinal);
                tables[table] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
            }
            return tables;
        });
}
