using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <summary>Each line of a desk has a number of its own, and lines lie in the order of their key: one tree fewer to write, and three lines are written with each case.</summary>
    /// <remarks>The model has no word for WITHOUT ROWID: a later migration that makes this table anew has to say it again.</remarks>
    [DbContext(typeof(HallDb))]
    [Migration("20261129111928_DeskEntriesLaid")]
    public sealed class DeskEntriesLaid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(
                $"""
                ALTER TABLE "desk_entries" RENAME TO "desk_entries_before";
                CREATE TABLE "desk_entries" ({Columns}, "Laid" INTEGER NOT NULL, {Key}) WITHOUT ROWID;
                INSERT INTO "desk_entries" SELECT {Names}, ROW_NUMBER() OVER (ORDER BY "CaseId", "Desk") FROM "desk_entries_before";
                DROP TABLE "desk_entries_before";
                CREATE INDEX "IX_desk_entries_Division_Desk_Tab_SortAt_CaseId_Laid" ON "desk_entries" ("Division", "Desk", "Tab", "SortAt", "CaseId", "Laid");
                """
            );

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql(
                $"""
                ALTER TABLE "desk_entries" RENAME TO "desk_entries_before";
                CREATE TABLE "desk_entries" ({Columns}, {Key});
                INSERT INTO "desk_entries" SELECT {Names} FROM "desk_entries_before";
                DROP TABLE "desk_entries_before";
                CREATE INDEX "IX_desk_entries_Division_Desk_Tab_SortAt_CaseId" ON "desk_entries" ("Division", "Desk", "Tab", "SortAt", "CaseId");
                """
            );

        private const string Columns = """
            "CaseId" INTEGER NOT NULL,
            "Desk" TEXT NOT NULL,
            "Division" TEXT NOT NULL,
            "Tab" TEXT NOT NULL,
            "SortAt" TEXT NOT NULL,
            "WarnsAt" TEXT NULL,
            "Paused" INTEGER NOT NULL,
            "Number" TEXT NOT NULL,
            "Item" TEXT NOT NULL,
            "ApplicantName" TEXT NOT NULL,
            "ReceivedAt" TEXT NOT NULL,
            "StageName" TEXT NOT NULL
            """;

        private const string Names = """
            "CaseId", "Desk", "Division", "Tab", "SortAt", "WarnsAt", "Paused", "Number", "Item", "ApplicantName", "ReceivedAt", "StageName"
            """;

        private const string Key = """
            CONSTRAINT "PK_desk_entries" PRIMARY KEY ("CaseId", "Desk")
            """;
    }
}
