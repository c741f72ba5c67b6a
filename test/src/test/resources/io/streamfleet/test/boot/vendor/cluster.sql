-- Tables of the Stream Managers of a cluster.
-- CREATE TABLE not_this_one (id INT);
SET NAMES utf8;
SET FOREIGN_KEY_CHECKS = 0;

CREATE DATABASE IF NOT EXISTS `@SCHEMA@` DEFAULT CHARACTER SET utf8;
USE `@SCHEMA@`;

DROP TABLE IF EXISTS `launch_configurations`;
CREATE TABLE `launch_configurations` (
  `id` INT NOT NULL AUTO_INCREMENT,
  `name` VARCHAR(128) NOT NULL COMMENT 'unique; see CREATE TABLE nothing',
  `body` LONGTEXT,
  PRIMARY KEY (`id`), UNIQUE KEY `uq_launch_name` (`name`)
) ENGINE=InnoDB;

CREATE TABLE IF NOT EXISTS `scale_policies` (
  `id` INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` VARCHAR(128) NOT NULL,
  `body` LONGTEXT
) ENGINE=InnoDB;

CREATE TABLE `node_groups` (
  `id` INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` VARCHAR(64) NOT NULL,
  `region` VARCHAR(64) DEFAULT NULL,
  `launch_configuration` INT,
  CONSTRAINT `fk_group_launch` FOREIGN KEY (`launch_configuration`) REFERENCES `launch_configurations` (`id`)
) ENGINE=InnoDB;

CREATE TABLE `nodes` (
  `id` INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `node_group` INT,
  `address` VARCHAR(64),
  `role` ENUM('origin', 'edge', 'relay', 'transcoder'),
  `state` VARCHAR(32),
  CONSTRAINT `fk_node_group` FOREIGN KEY (`node_group`) REFERENCES `node_groups` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB;

CREATE TABLE `alarms` (`id` INT NOT NULL AUTO_INCREMENT PRIMARY KEY, `metric` VARCHAR(64), `threshold` DOUBLE);
-- @SLOW@
CREATE TABLE `streams` (
  `id` BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, `scope` VARCHAR(255), `name` VARCHAR(255), `node` INT
);
CREATE OR REPLACE VIEW `live_nodes` AS SELECT * FROM `nodes` WHERE `state` = 'INSERVICE';

INSERT INTO `alarms` (`metric`, `threshold`) VALUES ('connections; and "quotes"', 60), ('it''s \'cpu\'', 80);
SET FOREIGN_KEY_CHECKS = 1;
