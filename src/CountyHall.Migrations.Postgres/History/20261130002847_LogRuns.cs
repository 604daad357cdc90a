using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CountyHall.Migrations.Postgres.History
{
    /// <summary>The place of a fact in the public log stands in the run with which it entered, and a fact is not written again. Older facts become runs of one.</summary>
    public partial class LogRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "log_runs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    First = table.Column<long>(type: "bigint", nullable: true),
                    Quiet = table.Column<bool>(type: "boolean", nullable: false),
                    Facts = table.Column<string>(type: "character varying(5120)", maxLength: 5120, nullable: false),
                },
                constraints: table => table.PrimaryKey("PK_log_runs", x => x.Id)
            );

            migrationBuilder.Sql(
                $"""
                INSERT INTO log_runs SELECT "Id", "LogIndex", "Kind" IN ({QuietKinds}), "Id"::text FROM facts;
                """
            );

            migrationBuilder.CreateIndex(name: "IX_log_runs_First", table: "log_runs", column: "First", unique: true);

            migrationBuilder.DropIndex(name: "IX_facts_LogIndex", table: "facts");

            migrationBuilder.DropColumn(name: "LogIndex", table: "facts");

            migrationBuilder.AddColumn<long>(name: "Run", table: "facts", type: "bigint", nullable: false, defaultValue: 0L);

            migrationBuilder.Sql("""UPDATE facts SET "Run" = "Id";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Runs of more than one fact cannot be told in the older way; go back to a copy made before.");

        /// <summary>The kinds that were quiet when this was written.</summary>
        private const string QuietKinds = """
            'account-locked', 'amount-posted', 'bank-account-ended', 'bank-account-entered', 'bid-refused-late', 'bid-submitted',
            'bid-withdrawn', 'bidder-registered', 'bidder-signed-in', 'certificate-registered', 'certificate-reported-lost',
            'certificate-used', 'certificate-was-replaced', 'collusion-was-referred', 'day-reconciled', 'entered-in-trade-register',
            'flag-was-judged', 'guarantee-given', 'guarantee-judged', 'likeness-was-judged', 'likeness-was-run', 'line-taken',
            'objection-raised', 'order-confirmed', 'order-exported', 'order-written', 'orders-exported', 'passkey-added', 'passkey-removed',
            'password-changed', 'payment-matched', 'payment-returned', 'question-asked', 'referral-was-answered', 'refund-instructed',
            'refund-paid', 'refunds-started', 'registration-supplied', 'registration-was-accepted', 'registration-was-refused',
            'registration-was-returned', 'registrations-read', 'rehearsal-started', 'rehearsal-stepped', 'return-instructed',
            'security-arrived', 'security-kept', 'security-released', 'signed-in', 'signed-out', 'statement-imported', 'sub-account-given'
            """;
    }
}
