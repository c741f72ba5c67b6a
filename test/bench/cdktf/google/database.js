'use strict';
const { Construct } = require('constructs');
const { SqlDatabase } = require('@cdktf/provider-google/lib/sql-database');
const { SqlDatabaseInstance } = require('@cdktf/provider-google/lib/sql-database-instance');
const { SqlUser } = require('@cdktf/provider-google/lib/sql-user');
const { databasePassword } = require('../secret');

/** MySQL with a standby, whose user's password is read from the tier's secret in each run. */
class Database extends Construct {
  constructor(scope, id, { network, connection }, secret) {
    super(scope, id);
    this.instance = new SqlDatabaseInstance(this, 'Instance', {
      databaseVersion: 'MYSQL_8_4',
      region: 'us-central1',
      deletionProtection: true,
      dependsOn: [connection],
      lifecycle: { preventDestroy: true },
      settings: {
        tier: 'db-custom-2-7680',
        edition: 'ENTERPRISE',
        availabilityType: 'REGIONAL',
        diskSize: 20,
        diskType: 'PD_SSD',
        diskAutoresize: true,
        deletionProtectionEnabled: true,
        backupConfiguration: {
          enabled: true,
          binaryLogEnabled: true,
          transactionLogRetentionDays: 7,
          backupRetentionSettings: { retainedBackups: 7, retentionUnit: 'COUNT' },
        },
        finalBackupConfig: { enabled: true, retentionDays: 30 },
        databaseFlags: [
          { name: 'log_output', value: 'FILE' },
          { name: 'slow_query_log', value: 'on' },
        ],
        ipConfiguration: { ipv4Enabled: false, privateNetwork: network.id, sslMode: 'ENCRYPTED_ONLY' },
      },
    });
    this.schema = new SqlDatabase(this, 'Schema', {
      name: 'cluster',
      charset: 'utf8mb4',
      instance: this.instance.name,
      deletionPolicy: 'ABANDON',
    });
    this.user = new SqlUser(this, 'User', {
      name: 'streammanager',
      host: '%',
      instance: this.instance.name,
      passwordWo: databasePassword(this, 'google_secret_manager_secret_version', 'secret_data', { secret }),
      passwordWoVersion: 1,
    });
  }
}

module.exports = { Database };
