using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    [DbContext(typeof(HallDb))]
    [Migration("20261129111942_DeskEntriesLaid")]
    public sealed class DeskEntriesLaid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_desk_entries_Division_Desk_Tab_SortAt_CaseId", table: "desk_entries");

            migrationBuilder.AddColumn<long>(name: "Laid", table: "desk_entries", type: "bigint", nullable: false, defaultValue: 0L);

            // Lines that lie there already are told apart like those laid later.
            migrationBuilder.Sql(
                """
                UPDATE desk_entries SET "Laid" = numbered."Place" FROM (
                  SELECT "CaseId", "Desk", ROW_NUMBER() OVER (ORDER BY "CaseId", "Desk") AS "Place" FROM desk_entries
                ) AS numbered WHERE desk_entries."CaseId" = numbered."CaseId" AND desk_entries."Desk" = numbered."Desk";
                """
            );

            migrationBuilder.CreateIndex(
                name: "IX_desk_entries_Division_Desk_Tab_SortAt_CaseId_Laid",
                table: "desk_entries",
                columns: new[] { "Division", "Desk", "Tab", "SortAt", "CaseId", "Laid" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_desk_entries_Division_Desk_Tab_SortAt_CaseId_Laid", table: "desk_entries");

            migrationBuilder.DropColumn(name: "Laid", table: "desk_entries");

            migrationBuilder.CreateIndex(
                name: "IX_desk_entries_Division_Desk_Tab_SortAt_CaseId",
                table: "desk_entries",
                columns: new[] { "Division", "Desk", "Tab", "SortAt", "CaseId" }
            );
        }
    }
}
