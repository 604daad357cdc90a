using System;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    [DbContext(typeof(HallDb))]
    [Migration("20261128184106_LikenessBoard")]
    public sealed class LikenessBoard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "collusion_referrals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    To = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Suspects = table.Column<string>(type: "text", nullable: false),
                    Pack = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReferredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Stage = table.Column<string>(type: "text", nullable: false),
                    StageName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_collusion_referrals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_collusion_referrals_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "likeness_reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    TenderId = table.Column<long>(type: "bigint", nullable: false),
                    LotId = table.Column<long>(type: "bigint", nullable: false),
                    Serial = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_likeness_reports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_likeness_reports_lots_LotId",
                        column: x => x.LotId,
                        principalTable: "lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "likeness_verdicts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    ReportId = table.Column<long>(type: "bigint", nullable: false),
                    A = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    B = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    IsConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_likeness_verdicts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_likeness_verdicts_likeness_reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "likeness_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_collusion_referrals_Division_To_Id",
                table: "collusion_referrals",
                columns: new[] { "Division", "To", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_collusion_referrals_LotId_Id",
                table: "collusion_referrals",
                columns: new[] { "LotId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_collusion_referrals_Number",
                table: "collusion_referrals",
                column: "Number",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_collusion_referrals_TenderId", table: "collusion_referrals", column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_likeness_reports_LotId_Serial",
                table: "likeness_reports",
                columns: new[] { "LotId", "Serial" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_likeness_reports_TenderId", table: "likeness_reports", column: "TenderId");

            migrationBuilder.CreateIndex(
                name: "IX_likeness_verdicts_ReportId_Id",
                table: "likeness_verdicts",
                columns: new[] { "ReportId", "Id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "collusion_referrals");

            migrationBuilder.DropTable(name: "likeness_verdicts");

            migrationBuilder.DropTable(name: "likeness_reports");
        }
    }
}
