using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class CatalogueKeeping : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BasisArticle",
                table: "item_endings",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BasisTitle",
                table: "item_endings",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "higher_lists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Entries = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_higher_lists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "item_drafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Follows = table.Column<int>(type: "INTEGER", nullable: true),
                    Restores = table.Column<int>(type: "INTEGER", nullable: true),
                    Guide = table.Column<string>(type: "TEXT", nullable: false),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Writers = table.Column<string>(type: "TEXT", nullable: false),
                    DrafterName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmitterName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReturnedWhy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReleasedAs = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_drafts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_higher_lists_Division_AsOf",
                table: "higher_lists",
                columns: new[] { "Division", "AsOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_drafts_Item_Id",
                table: "item_drafts",
                columns: new[] { "Item", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_item_drafts_open",
                table: "item_drafts",
                column: "Item",
                unique: true,
                filter: "\"State\" IN ('Drafting', 'Submitted')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "higher_lists");

            migrationBuilder.DropTable(
                name: "item_drafts");

            migrationBuilder.DropColumn(
                name: "BasisArticle",
                table: "item_endings");

            migrationBuilder.DropColumn(
                name: "BasisTitle",
                table: "item_endings");
        }
    }
}
