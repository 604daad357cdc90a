using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    FormedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    CommitteeId = table.Column<long>(type: "bigint", nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Person = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Employer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Replaces = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
