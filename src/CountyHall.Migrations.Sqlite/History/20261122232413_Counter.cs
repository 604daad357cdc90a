using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class Counter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Representative",
                table: "applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_announcements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    TitleZh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Days = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_announcements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "item_placements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReasonZh = table.Column<string>(type: "TEXT", nullable: true),
                    ReasonEn = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_placements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "resident_units",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ApprovingOfficeThere = table.Column<bool>(type: "INTEGER", nullable: false),
                    PowerThere = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resident_units", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "rights_changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    StaffId = table.Column<long>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ProposedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    ProposerName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    DeciderName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclinedWhy = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rights_changes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_rights_changes_staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_applications_Representative",
                table: "applications",
                column: "Representative");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_announcements_Year",
                table: "calendar_announcements",
                column: "Year",
                unique: true,
                filter: "\"Year\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_item_placements_Division_Item_From",
                table: "item_placements",
                columns: new[] { "Division", "Item", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_resident_units_Division_Office",
                table: "resident_units",
                columns: new[] { "Division", "Office" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rights_changes_open",
                table: "rights_changes",
                column: "StaffId",
                unique: true,
                filter: "\"State\" = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "IX_rights_changes_StaffId_Id",
                table: "rights_changes",
                columns: new[] { "StaffId", "Id" });

            migrationBuilder.AddForeignKey(
                name: "FK_applications_parties_Representative",
                table: "applications",
                column: "Representative",
                principalTable: "parties",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_applications_parties_Representative",
                table: "applications");

            migrationBuilder.DropTable(
                name: "calendar_announcements");

            migrationBuilder.DropTable(
                name: "item_placements");

            migrationBuilder.DropTable(
                name: "resident_units");

            migrationBuilder.DropTable(
                name: "rights_changes");

            migrationBuilder.DropIndex(
                name: "IX_applications_Representative",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "Representative",
                table: "applications");
        }
    }
}
