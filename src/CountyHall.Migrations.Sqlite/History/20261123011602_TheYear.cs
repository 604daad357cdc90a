using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class TheYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "archive_batches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Table = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Demonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_batches", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "case_steps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_steps", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "case_stops",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_stops", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "case_visits",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Window = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_visits", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "closed_cases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ItemVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HandledAt = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PromisedDays = table.Column<int>(type: "INTEGER", nullable: false),
                    LegalDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IsTest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Corrects = table.Column<long>(type: "INTEGER", nullable: true),
                    Batch = table.Column<long>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed_cases", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "item_endings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_endings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "item_publications",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ItemVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_publications", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_archive_batches_Division_Year_Table",
                table: "archive_batches",
                columns: new[] { "Division", "Year", "Table" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_case_steps_Case", table: "case_steps", column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_case_stops_Case_From",
                table: "case_stops",
                columns: new[] { "Case", "From" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_case_visits_Case_On",
                table: "case_visits",
                columns: new[] { "Case", "On" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_closed_cases_Corrects",
                table: "closed_cases",
                column: "Corrects",
                unique: true,
                filter: "\"Corrects\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_closed_cases_Division_ClosedOn_Id",
                table: "closed_cases",
                columns: new[] { "Division", "ClosedOn", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_closed_cases_Number", table: "closed_cases", column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_item_endings_Division_Item",
                table: "item_endings",
                columns: new[] { "Division", "Item" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_item_publications_Division_Item_From",
                table: "item_publications",
                columns: new[] { "Division", "Item", "From" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "archive_batches");

            migrationBuilder.DropTable(name: "case_steps");

            migrationBuilder.DropTable(name: "case_stops");

            migrationBuilder.DropTable(name: "case_visits");

            migrationBuilder.DropTable(name: "closed_cases");

            migrationBuilder.DropTable(name: "item_endings");

            migrationBuilder.DropTable(name: "item_publications");
        }
    }
}
