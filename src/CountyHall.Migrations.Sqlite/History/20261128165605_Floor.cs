using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Sqlite.History
{
    /// <inheritdoc />
    public partial class Floor : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "committees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    FormedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committees_tenders_TenderId",
                        column: x => x.TenderId,
                        principalTable: "tenders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_evaluation_reports_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "committee_seats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    CommitteeId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenderId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Employer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_committee_seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_committee_seats_committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_CommitteeId",
                table: "committee_seats",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_Person",
                table: "committee_seats",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_committee_seats_TenderId_Place",
                table: "committee_seats",
                columns: new[] { "TenderId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_committees_TenderId",
                table: "committees",
                column: "TenderId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_reports_LotId",
                table: "evaluation_reports",
                column: "LotId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_reports_TenderId",
                table: "evaluation_reports",
                column: "TenderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "committee_seats");

            migrationBuilder.DropTable(
                name: "evaluation_reports");

            migrationBuilder.DropTable(
                name: "committees");
        }
    }
}
