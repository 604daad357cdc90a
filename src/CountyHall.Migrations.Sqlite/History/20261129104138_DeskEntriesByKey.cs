using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <summary>The rows of the desks lie in the order of their key: one tree fewer to write for each, and three are written with each case.</summary>
    /// <remarks>The model has no word for it, so that a migration which lays this table anew has to say it again.</remarks>
    public partial class DeskEntriesByKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Relay(migrationBuilder, "WITHOUT ROWID");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Relay(migrationBuilder, "");

        private static void Relay(MigrationBuilder migrationBuilder, string order) =>
            migrationBuilder.Sql(
                $"""
                ALTER TABLE "desk_entries" RENAME TO "desk_entries_before";
                CREATE TABLE "desk_entries" (
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
                    "StageName" TEXT NOT NULL,
                    CONSTRAINT "PK_desk_entries" PRIMARY KEY ("CaseId", "Desk")
                ) {order};
                INSERT INTO "desk_entries"
                SELECT "CaseId", "Desk", "Division", "Tab", "SortAt", "WarnsAt", "Paused", "Number", "Item", "ApplicantName", "ReceivedAt", "StageName"
                FROM "desk_entries_before" ORDER BY "CaseId", "Desk";
                DROP TABLE "desk_entries_before";
                CREATE INDEX "IX_desk_entries_Division_Desk_Tab_SortAt_CaseId" ON "desk_entries" ("Division", "Desk", "Tab", "SortAt", "CaseId");
                """
            );
    }
}
